using Aot.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Calls of a logger, which no state stands for.
internal sealed partial class WorkflowReader
{
    // log.LogInformation("…", x);   ──▶   (nothing)
    private static bool IsLogging(IInvocationOperation call)
    {
        var target = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value : null);
        return target is not null && Unconverted(target).Type is { } type && type.IsLogger();
    }

    private void RejectAwaits(IOperation operation)
    {
        foreach (var awaited in operation.Descendants().OfType<IAwaitOperation>())
            _sink.Report(ExpressionDescriptors.AwaitPosition, AwaitKeyword(awaited));
    }
}
