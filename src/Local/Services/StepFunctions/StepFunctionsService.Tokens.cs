using System.Globalization;
using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private const int MaxTokenLength = 2048; // API reference, TaskToken

    private Value SendTaskSuccess(ServiceRequest request)
    {
        var token = request.RequiredLimited("taskToken", MaxTokenLength);
        var output = request.RequiredText("output");
        if (Encoding.UTF8.GetByteCount(output) > PayloadLimit.MaxBytes)
            throw Constraints.Broken("output", null, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {PayloadLimit.MaxBytes}"));
        Value result;
        try
        {
            result = Value.Parse(output);
        }
        catch (JsonFormatException error)
        {
            throw new ServiceException("InvalidOutput", $"Invalid Output: '{JsonProblem.Describe(output, error)}'");
        }
        return Answer(_engine.Report(token, new TaskOutcome(result, null, null)));
    }

    private Value SendTaskFailure(ServiceRequest request) =>
        Answer(_engine.Report(
            request.RequiredLimited("taskToken", MaxTokenLength),
            new TaskOutcome(null, request.Limited("error", MaxErrorLength), request.Limited("cause", MaxCauseLength))));

    private Value SendTaskHeartbeat(ServiceRequest request) => Answer(_engine.Heartbeat(request.RequiredLimited("taskToken", MaxTokenLength)));

    private static ObjectValue Answer(TokenAnswer answer) => answer switch
    {
        TokenAnswer.TaskIsOver => throw new ServiceException("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'"),
        TokenAnswer.NoSuchToken => throw new ServiceException("InvalidToken", "Invalid Token: 'Invalid token'"),
        _ => Shape.Empty,
    };
}
