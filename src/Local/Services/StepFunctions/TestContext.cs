using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Asl.Testing;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The context object of a tested state: a given one, or that of an execution made up for it.</summary>
internal sealed class TestContext(ObjectValue? value = null) : IContextObject
{
    private const string Problem = "Invalid Context object provided: ";

    // Which fields there are, and what they must be; '*' takes anything.
    private static readonly Dictionary<string, Dictionary<string, string>> _fields = new(StringComparer.Ordinal)
    {
        ["Execution"] = new(StringComparer.Ordinal)
        {
            ["Id"] = "string", ["Input"] = "*", ["Name"] = "string", ["RoleArn"] = "string", ["StartTime"] = "string",
            ["RedriveCount"] = "number", ["RedriveTime"] = "string",
        },
        ["State"] = new(StringComparer.Ordinal) { ["EnteredTime"] = "string", ["Name"] = "string", ["RetryCount"] = "number" },
        ["StateMachine"] = new(StringComparer.Ordinal) { ["Id"] = "string", ["Name"] = "string" },
        ["Task"] = new(StringComparer.Ordinal) { ["Token"] = "string" },
    };

    public ObjectValue ToValue() => value ?? [];

    /// <summary>The context a request gives; null when it gives none.</summary>
    public static TestContext? Read(ServiceRequest request, bool hasMock)
    {
        if (request.Text("context") is not { } text) return null;
        if (!hasMock) throw RequestErrors.Validation("A Context object can only be provided when a mock is specified.");
        ObjectValue context;
        try
        {
            context = Value.Parse(text) as ObjectValue ?? throw Invalid("it must be a JSON object");
        }
        catch (JsonFormatException error)
        {
            throw Invalid(error.Message);
        }
        foreach (var (name, part) in context)
        {
            if (name == "Map") throw Invalid("'Map' field is not supported when mocking a Context object");
            if (!_fields.TryGetValue(name, out var known)) throw Invalid($"Field '{name}' is not allowed");
            if (part is not ObjectValue members) throw Invalid($"{name} must be an object");
            foreach (var (field, member) in members)
            {
                if (!known.TryGetValue(field, out var kind)) throw Invalid($"Field '{field}' is not allowed");
                if (kind == "string" ? member is not StringValue : kind == "number" && member is not NumberValue) throw Invalid($"{name}.{field} must be a {kind}");
            }
        }
        return new TestContext(context);
    }

    /// <summary>The context of an execution that consists of the tested state.</summary>
    public static TestContext Default(
        StateTestRequest tested, string? roleArn, string executionArn, string executionName, string machineArn, string machineName, DateTimeOffset now)
    {
        var time = Timestamps.ToText(now);
        var state = new ObjectValue { ["Name"] = "StateName", ["EnteredTime"] = time };
        if (tested.State is TaskState or MapState or ParallelState) state["RetryCount"] = tested.RetryCount;
        var context = new ObjectValue
        {
            ["Execution"] = new ObjectValue
            {
                ["Id"] = executionArn, ["Input"] = tested.Input, ["Name"] = executionName, ["RoleArn"] = roleArn is null ? NullValue.Instance : roleArn, ["StartTime"] = time,
            },
            ["StateMachine"] = new ObjectValue { ["Id"] = machineArn, ["Name"] = machineName },
            ["State"] = state,
        };
        if (tested.State is TaskState { Resource.Pattern: IntegrationPattern.WaitForTaskToken }) context["Task"] = new ObjectValue { ["Token"] = executionName };
        return new TestContext(context);
    }

    private static ServiceException Invalid(string problem) => RequestErrors.Validation(Problem + problem);
}
