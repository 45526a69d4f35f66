using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Flow.MapAsync: a Map with options.
internal sealed partial class WorkflowReader
{
    // Source: Step Functions developer guide, "Map state in Inline mode".
    private const int MaxInlineConcurrency = 40;

    private void ReadFlowMap(IInvocationOperation call, string? variable, string? word)
    {
        var origin = At(word ?? "map", call);
        var items = ReadExpression(Unconverted(Argument(call, "items")!));
        var options = ReadOptions(call, "options");
        if (Constant(options, "MaxConcurrency") is { } most)
        {
            if (most > MaxInlineConcurrency)
                _sink.Report(Descriptors.InlineConcurrency, Argument(call, "options")!.Syntax.GetLocation(), most);
            CheckRange("MaxConcurrency", Math.Min(most, MaxInlineConcurrency), 1, MaxInlineConcurrency, Argument(call, "options")!.Syntax.GetLocation());
        }

        if (items.Type.Kind != JsonKind.Array || ReadMapBody(call, origin.Name, new StateInputExpr(items.Type.Element ?? JsonType.Unknown)) is not { } body)
        {
            _sink.Reject();
            return;
        }

        Add(new MapStep(origin, items, null, body, variable, ResultOf(call, variable)) { Settings = new MapSettings(MapMode.Inline, [.. Field(options, "MaxConcurrency")]) });
    }

    // The body of `wf.MapAsync(items, async item => { … })`; null was reported.
    private Block? ReadMapBody(IInvocationOperation call, string name, Expr item)
    {
        var argument = Argument(call, "body")!;
        if (LambdaOf(argument) is not { } lambda)
        {
            Reject(argument, "A map over something that is no lambda", $"write 'wf.{call.TargetMethod.Name}(…, async item => {{ … }})'");
            return null;
        }

        return ReadBranchBlock(name, () =>
        {
            BindFromInput(lambda.Symbol.Parameters[0], item, item.Type);
            ReadStatement(lambda.Body);
        });
    }

    private static IOperation? Argument(IInvocationOperation call, string parameter) => call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    // The members of an options record that is written in the call, or of a static readonly field; none where the argument is left out.
    private EquatableArray<ObjectMember> ReadOptions(IInvocationOperation call, string parameter)
    {
        if (Argument(call, parameter) is not { } argument || Unconverted(argument) is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation)
            return [];
        switch (ReadExpression(argument))
        {
            case ObjectExpr options:
                return options.Members.Where(m => m.Value is not ConstantExpr { Value: null }).ToEquatableArray();
            case InvalidExpr:
                return [];
            default:
                _sink.Report(Descriptors.MapArgument, argument.Syntax.GetLocation(), argument.Syntax.ToString(), $"write 'new {argument.Type?.Name}(…)' here or in a static readonly field");
                return [];
        }
    }

    // Null stands for no limit, as 0 does there.
    private static IEnumerable<ObjectMember> Field(EquatableArray<ObjectMember> options, string name) => options.Where(m => m.Name == name).Select(m =>
        m.Value.Type.IsNullable
            ? new ObjectMember(name, new ConditionalExpr(new NullTestExpr(m.Value, IsNotNull: true), m.Value.NotNull(), ConstantExpr.Of(0L), JsonType.Integer))
            : new ObjectMember(name, m.Value));

    private static long? Constant(EquatableArray<ObjectMember> options, string name) =>
        options.FirstOrDefault(m => m.Name == name)?.Value is ConstantExpr { Value: long number } ? number : null;

    private static string? Text(EquatableArray<ObjectMember> options, string name) =>
        options.FirstOrDefault(m => m.Name == name)?.Value is ConstantExpr { Value: string text } ? text : null;
}
