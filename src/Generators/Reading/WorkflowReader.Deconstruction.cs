using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// (a, b) = …: tuples, records and the pairs of a dictionary taken apart.
internal sealed partial class WorkflowReader
{
    // (a, b) = (b, a);
    //   ──▶
    // next_a = b; next_b = a; a = next_a; b = next_b
    private void ReadDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var target = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        if (target is not ITupleOperation targets)
        {
            Reject(deconstruction, "This deconstruction", "assign each variable by itself");
            return;
        }

        var method = deconstruction.Syntax is AssignmentExpressionSyntax syntax ? deconstruction.SemanticModel?.GetDeconstructionInfo(syntax).Method : null;
        var values = ReadParts(Unconverted(deconstruction.Value), method);
        if (values.Length != targets.Elements.Length || targets.Elements.Any(e => e is ITupleOperation))
        {
            if (values is not [InvalidExpr])
                Reject(deconstruction, "Deconstructing anything but a tuple or record into variables", "assign each variable by itself");
            _sink.Reject();
            return;
        }

        var pairs = targets.Elements.Zip(values, (element, item) => (Target: Declared(element) ?? element, Item: item, IsNew: Declared(element) is not null)).ToList();
        foreach (var (element, item, _) in pairs.Where(p => p.IsNew))
            Add(new AssignStep(At(NewVariable(((ILocalReferenceOperation)element).Local, item.Type), element), TargetVariable(element)!.Name, item));

        // Old variables get their values by way of others, since those values may read them.
        var old = pairs.Where(p => !p.IsNew && p.Target is not IDiscardOperation)
            .Select(p => (p.Target, Temporary: new VariableExpr(_names.Create("next_" + p.Target.Syntax), p.Item.Type), p.Item)).ToList();
        foreach (var (element, temporary, item) in old)
            Add(new AssignStep(At(temporary.Name, element), temporary.Name, item));
        foreach (var (element, temporary, _) in old)
        {
            if (TargetVariable(element) is { } variable)
                Add(new AssignStep(At(variable.Name, element), variable.Name, temporary));
        }
    }

    private Expr[] ReadParts(IOperation value, IMethodSymbol? method)
    {
        switch (value)
        {
            case ITupleOperation tuple when tuple.Elements.Any(e => Unconverted(e) is IAwaitOperation):
                return tuple.Elements.Select(ReadPart).ToArray();
            case ITupleOperation tuple:
                return tuple.Elements.Select(ReadExpression).ToArray();
            case IAwaitOperation awaited:
                return PartsOf(ReadIntoNew(awaited.Operation, awaited.Type, "parts"), method);
            case IInvocationOperation invocation when InlineBodyOf(invocation) is { } body:
                return PartsOf(InlineIntoNew(invocation, body), method);
            default:
                return PartsOf(ReadExpression(value), method);
        }
    }

    // (a, await B()): what stands before an `await` is read before it.
    private Expr ReadPart(IOperation element)
    {
        if (Unconverted(element) is IAwaitOperation awaited)
            return ReadIntoNew(awaited.Operation, awaited.Type, "part") ?? new InvalidExpr();
        var value = ReadExpression(element);
        if (value is ConstantExpr or InputExpr or InvalidExpr)
            return value;
        var variable = _names.Create("part");
        Add(new AssignStep(At(variable, element), variable, value));
        return new VariableExpr(variable, value.Type);
    }

    // The items of a tuple, key and value of a dictionary's entry, or the members that a record's own Deconstruct gives.
    private Expr[] PartsOf(Expr? value, IMethodSymbol? method)
    {
        if (value is { Type.Kind: JsonKind.Tuple })
            return value.Type.Members.Select((m, index) => Access.TupleItem(value, index, m.Type)).ToArray();
        if (value is { Type: { Kind: JsonKind.Object, Name: "KeyValuePair" } pair })
            return pair.Members.Select(m => Access.Member(value, m.Name, m.Type)).ToArray();
        if (value is not { Type.Kind: JsonKind.Object } || method is not { IsImplicitlyDeclared: true, ContainingType.IsRecord: true })
            return [new InvalidExpr()];
        var members = method.Parameters.Select(p => method.ContainingType.GetMembers(p.Name).OfType<IPropertySymbol>().FirstOrDefault()).ToArray();
        return members.Any(m => m is null)
            ? [new InvalidExpr()]
            : members.Select(m => _expressions.Types.MemberOf(m!)).Select(m => Access.Member(value, m.Name, m.Type)).ToArray();
    }

    // The variable that an element of a deconstruction declares.
    private static IOperation? Declared(IOperation element) => element switch
    {
        ILocalReferenceOperation { IsDeclaration: true } => element,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared,
        _ => null,
    };
}
