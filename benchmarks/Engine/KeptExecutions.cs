using System.Globalization;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.StepFunctions;

namespace Aot.Engine;

/// <summary>Memory after many finished executions: bounded by how many are kept.</summary>
internal static class KeptExecutions
{
    private const int Kept = 1_000;
    private const int Total = 50_000;

    public static void Measure(Report report)
    {
        using var service = new StepFunctionsService(_ => null, new LocalAws(), TimeProvider.System, new Random(1), drain => drain(), Kept);
        Call(service, "CreateStateMachine", new ObjectValue
        {
            ["name"] = "M",
            ["roleArn"] = "arn:aws:iam::000000000000:role/r",
            ["definition"] = """{"QueryLanguage": "JSONata", "StartAt": "P", "States": {"P": {"Type": "Pass", "Output": "{% $pad('', 1000, 'x') %}", "End": true}}}""",
        });
        Run(service, 0, Kept * 2);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(service, Kept * 2, Total);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        report.Add("## Finished executions");
        report.Add("");
        report.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"With {Kept:N0} kept: {before / 1e6:N1} MB after {Kept * 2:N0} executions, {after / 1e6:N1} MB after {Total:N0}."));
        report.Add("");
    }

    private static void Run(StepFunctionsService service, int from, int to)
    {
        for (var i = from; i < to; i++)
            Call(service, "StartExecution", new ObjectValue { ["stateMachineArn"] = "arn:aws:states:us-east-1:000000000000:stateMachine:M", ["name"] = $"e{i}" });
    }

    private static void Call(StepFunctionsService service, string operation, ObjectValue request) =>
        service.CallAsync(operation, request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
}
