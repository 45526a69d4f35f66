using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Parallel.ForEachAsync: a Map without results.
internal sealed partial class WorkflowReader
{
    // await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = n }, async (item, _) => { body });
    //   ──▶
    // map   Map   Items, MaxConcurrency: n, body
    private void ReadForEachAsync(IInvocationOperation call)
    {
        var origin = At("map", call);
        var items = ReadExpression(Unconverted(Argument(call, "source")!));
        var fields = Argument(call, "parallelOptions") is { } options ? ReadParallelOptions(options) : [];
        if (LambdaOf(Argument(call, "body")!) is not { } lambda || items.Type.Kind != JsonKind.Array)
        {
            if (items is not InvalidExpr)
                Reject(call, "This Parallel.ForEachAsync", "loop over an array or list with a lambda: 'await Parallel.ForEachAsync(items, async (item, _) => { … });'");
            _sink.Reject();
            return;
        }

        var body = ReadBranchBlock(origin.Name, () =>
        {
            var type = items.Type.Element ?? JsonType.Unknown;
            BindFromInput(lambda.Symbol.Parameters[0], new StateInputExpr(type), type);
            ReadStatement(lambda.Body);
        });
        Add(new MapStep(origin, items, null, body, null, null) { Settings = new MapSettings(MapMode.Inline, fields) });
    }

    private EquatableArray<ObjectMember> ReadParallelOptions(IOperation options)
    {
        var members = (Unconverted(options) as IObjectCreationOperation)?.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().ToList();
        if (members is [{ Target: IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" }, Value: var most }])
        {
            var value = ReadExpression(most);
            if (value is ConstantExpr { Value: long number })
                CheckRange("MaxDegreeOfParallelism", number, 1, MaxInlineConcurrency, most.Syntax.GetLocation());
            return [new ObjectMember("MaxConcurrency", value)];
        }

        Reject(options, "What configures Parallel.ForEachAsync", "write 'new ParallelOptions { MaxDegreeOfParallelism = … }' with nothing else in it");
        return [];
    }
}
