using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.StepFunctions;
using Aot.Local.Asl.Running;

namespace Aot.Local.Tests.Services.StepFunctions;

/// <summary>The Step Functions service with scripted neighbours, under a virtual clock.</summary>
internal sealed class LocalStepFunctions : IDisposable
{
    public const string Role = "arn:aws:iam::000000000000:role/r";

    public LocalStepFunctions(params IReadOnlyList<IAwsService> others) =>
        Service = new StepFunctionsService(name => others.FirstOrDefault(service => service.Name == name), new LocalAws(), Time, new Random(1), drain => drain());

    public VirtualTime Time { get; } = new();

    public StepFunctionsService Service { get; }

    public ObjectValue Call(string operation, string request) =>
        (ObjectValue)Service.CallAsync(operation, Value.Parse(request), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public ServiceException Refused(string operation, string request) => Assert.Throws<ServiceException>(() => Call(operation, request));

    /// <summary>Creates a machine and returns its ARN.</summary>
    public string Create(string name, string definition, string type = "STANDARD")
    {
        var request = new ObjectValue { ["name"] = name, ["definition"] = definition, ["roleArn"] = Role, ["type"] = type };
        return Text(Call("CreateStateMachine", request.ToJson()), "stateMachineArn");
    }

    /// <summary>Starts an execution and returns its ARN.</summary>
    public string Start(string machineArn, string name, string input = "{}")
    {
        var request = new ObjectValue { ["stateMachineArn"] = machineArn, ["name"] = name, ["input"] = input };
        return Text(Call("StartExecution", request.ToJson()), "executionArn");
    }

    public ObjectValue Describe(string executionArn) => Call("DescribeExecution", $$"""{"executionArn": "{{executionArn}}"}""");

    /// <summary>Moves the clock until the execution has ended, and describes it.</summary>
    public ObjectValue RunToEnd(string executionArn)
    {
        while (Text(Describe(executionArn), "status") == "RUNNING" && Time.MoveToNextTimer())
        {
        }
        // A parent that follows its child goes on on a thread of its own.
        Assert.True(Task.WhenAny(Service.EndedAsync(executionArn), Task.Delay(TimeSpan.FromSeconds(30))).GetAwaiter().GetResult().IsCompleted);
        return Describe(executionArn);
    }

    public static string Text(ObjectValue answer, string member) => ((StringValue)answer[member]!).Text;

    public void Dispose() => Service.Dispose();
}
