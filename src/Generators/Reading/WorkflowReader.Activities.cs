using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Activities: tasks that a worker of the author's own fetches.
internal sealed partial class WorkflowReader
{
    // var verdict = await review.ReviewAsync(draft);
    //   ──▶
    // verdict   Task   Resource: ${ReviewActivity}, Arguments: the draft, Assign verdict = $states.result
    private void ReadActivity(IInvocationOperation call, AttributeData activity, string? variable, string? word)
    {
        var logicalId = activity.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        if (logicalId.Length == 0 || !logicalId.All(char.IsLetterOrDigit))
            _sink.Report(Descriptors.ActivityName, LocationOf(activity), logicalId);
        if (_isExpress)
            _sink.Report(Descriptors.ExpressPattern, call.Syntax.GetLocation(), call.TargetMethod.Name, "activity");
        var retries = RetriesOf(call, []);
        var input = EvaluatedOnce(ReadPayload(call), retries, call);
        var task = new TaskCall($"${{{logicalId}}}", input, retries) { Handles = [new ResourceExpr(logicalId, logicalId, "Ref", "Ref")] };
        var result = new TaskResultExpr(ResultType(call.TargetMethod));
        AddTask(call, WithCredentials(call, WithTimeout(call, task, sendsHeartbeats: true)), result, variable, word);
    }
}
