using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private Value SendTaskSuccess(ServiceRequest request)
    {
        var token = request.RequiredText("taskToken");
        var output = request.RequiredText("output");
        Value result;
        try
        {
            result = Value.Parse(output);
        }
        catch (JsonFormatException error)
        {
            throw new ServiceException("InvalidOutput", $"Invalid Output: '{error.Message}'");
        }
        return Answer(_engine.Report(token, new TaskOutcome(result, null, null)));
    }

    private Value SendTaskFailure(ServiceRequest request) =>
        Answer(_engine.Report(request.RequiredText("taskToken"), new TaskOutcome(null, request.Text("error"), request.Text("cause"))));

    private Value SendTaskHeartbeat(ServiceRequest request) => Answer(_engine.Heartbeat(request.RequiredText("taskToken")));

    private static ObjectValue Answer(TokenAnswer answer) => answer switch
    {
        TokenAnswer.TaskIsOver => throw new ServiceException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"),
        TokenAnswer.NoSuchToken => throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'"),
        _ => Shape.Empty,
    };
}
