using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Task.WhenAll: several tasks are a Parallel, a Select over tasks is a Map.
internal sealed partial class WorkflowReader
{
    private void ReadWhenAll(IInvocationOperation call, string? variable, string? word)
    {
        var argument = call.Arguments.FirstOrDefault()?.Value;
        var tasks = argument is null ? null : Elements(Unconverted(argument));
        if (tasks is { Count: > 0 })
            ReadParallel(call, tasks, variable, word);
        else if (argument is not null && SelectOf(argument) is { } select)
            ReadMap(call, select.Arguments[0].Value, select.Arguments[1].Value, variable, word);
        else if (argument is not null && WasRejected(Unconverted(argument)))
            _sink.Reject();
        else
            _sink.Report(Descriptors.NotATask, (argument ?? call).Syntax.GetLocation(), (argument ?? call).Syntax.ToString());
    }

    private static IReadOnlyList<IOperation>? Elements(IOperation tasks) => tasks switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection when !collection.Elements.Any(e => e is ISpreadOperation) => collection.Elements,
        _ => null,
    };

    // await Task.WhenAll(AAsync(), BAsync())
    private void ReadParallel(IInvocationOperation call, IReadOnlyList<IOperation> tasks, string? variable, string? word)
    {
        var origin = At(word ?? "parallel", call);
        var branches = tasks.Select(t => ReadBranchBlock(origin.Name, () => ReadBranchTask(Unconverted(t)))).ToEquatableArray();
        Add(new ParallelStep(origin, branches, variable, ResultOf(call, variable)));
    }

    // The result of the one task is the output of the branch.
    private void ReadBranchTask(IOperation task)
    {
        var type = task.Type?.AwaitedType();
        var value = ReadIntoNew(task, type, "result");
        Add(new ReturnStep(At("return", task), value));
    }

    // await Task.WhenAll(items.Select(async item => { … }))
    private void ReadMap(IInvocationOperation call, IOperation source, IOperation function, string? variable, string? word)
    {
        var origin = At(word ?? "map", call);
        var items = ReadExpression(Unconverted(source));
        var lambda = LambdaOf(function) ?? LambdaOfMethodGroup(function);
        if (lambda is null || items.Type.Kind != JsonKind.Array)
        {
            if (items is not InvalidExpr)
                _sink.Report(Descriptors.NotATask, function.Syntax.GetLocation(), function.Syntax.ToString());
            _sink.Reject();
            return;
        }

        var parameters = lambda.Symbol.Parameters;
        var itemType = items.Type.Element ?? JsonType.Unknown;
        Expr? selector = null;
        var body = ReadBranchBlock(origin.Name, () =>
        {
            selector = BindItem(parameters, itemType);
            ReadStatement(lambda.Body);
        });
        Add(new MapStep(origin, items, selector, body, variable, ResultOf(call, variable)));
    }

    // The item is the input of the iteration's first state; with an index, an object of both is.
    private Expr? BindItem(IReadOnlyList<IParameterSymbol> parameters, JsonType itemType)
    {
        if (parameters.Count == 1)
        {
            BindFromInput(parameters[0], new StateInputExpr(itemType), itemType);
            return null;
        }

        var input = new StateInputExpr(JsonType.Object("", []));
        BindFromInput(parameters[0], new MemberExpr(input, "item", itemType), itemType);
        BindFromInput(parameters[1], new MemberExpr(input, "index", JsonType.Integer), JsonType.Integer);
        var current = new MemberExpr(new MemberExpr(new ContextExpr(), "Map", JsonType.Object("", [])), "Item", JsonType.Object("", []));
        return new ObjectExpr(
            [new ObjectMember("item", new MemberExpr(current, "Value", itemType)), new ObjectMember("index", new MemberExpr(current, "Index", JsonType.Integer))],
            JsonType.Object("", []));
    }

    private void BindFromInput(IParameterSymbol parameter, Expr value, JsonType type)
    {
        var variable = NewVariable(parameter, type);
        Add(new AssignStep(At(variable, LocationOf(parameter)), variable, value));
    }

    private Block ReadBranchBlock(string name, Action read)
    {
        var outer = _place;
        _place = outer with { Branch = outer.Branch + 1, Prefix = name + ".", Frame = null, Handlers = [], Finallies = [], Catching = null };
        var block = ReadBlock(read);
        _place = outer;
        return block;
    }

    private Expr? ResultOf(IInvocationOperation call, string? variable) =>
        variable is null ? null : new TaskResultExpr(ResultType(call.TargetMethod));

    // items.Select(lambda), with or without ToArray() and ToList() behind it.
    private static IInvocationOperation? SelectOf(IOperation argument)
    {
        var operation = Unconverted(argument);
        while (operation is IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList" } } copy && copy.Arguments.Length > 0)
            operation = Unconverted(copy.Arguments[0].Value);
        return operation is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType.Name: "Enumerable" } } select ? select : null;
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation argument) =>
        Unconverted(argument) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;
}
