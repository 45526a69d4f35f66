using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private readonly HashSet<ISymbol> _reading = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, bool> _awaitsNullable = [];

    private Expr ReadName(IOperation operation, ISymbol symbol, IReadScope scope) => scope.Lookup(symbol) is { } value
        ? Refine(value, operation)
        : NoCounterpart(operation, scope, "only local variables, parameters and lambda parameters can be read here");

    /// <summary>Takes over what the compiler's flow analysis knows of null at this place.</summary>
    private Expr Refine(Expr value, IOperation operation)
    {
        if (operation.Type is not { } type || (!type.IsReferenceType && type.NullableValue() is null) || value is ConstantExpr)
            return value;
        if (operation.IsImplicit || operation.Syntax is not ExpressionSyntax syntax || operation.SemanticModel is not { } model)
            return value;

        // x! is a claim, not a test: C# checks at run time, and so do we.
        if (syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            return value;

        return model.GetTypeInfo(syntax).Nullability.FlowState switch
        {
            NullableFlowState.NotNull when (type.IsReferenceType || !AwaitsNullable(operation)) && !IsTestedInGuard(syntax) => value.NotNull(),
            // The compiler takes `var` for nullable whatever it is given, so only a local can become nullable behind its first value.
            NullableFlowState.MaybeNull when operation is ILocalReferenceOperation => value with { Type = value.Type.OrNull() },
            _ => value,
        };
    }

    // The flow analysis takes the result of every awaited Task<int?> for not null, and what is copied from it too.
    private bool AwaitsNullable(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        if (!_awaitsNullable.TryGetValue(root, out var awaits))
            _awaitsNullable[root] = awaits = root.Descendants().Any(o => o is IAwaitOperation { Type: { } type } && type.NullableValue() is not null);
        return awaits;
    }

    // In `case X when y.Z is { } z` the compiler gives what is known of y.Z behind the guard, not before it.
    private static bool IsTestedInGuard(ExpressionSyntax syntax)
    {
        SyntaxNode? node = syntax.Parent;
        while (node is ParenthesizedExpressionSyntax)
            node = node.Parent;
        return node is IsPatternExpressionSyntax or ConditionalAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.CoalesceExpression }
            && node.Ancestors().TakeWhile(a => a is not StatementSyntax).Any(a => a is WhenClauseSyntax);
    }

    private Expr ReadField(IFieldReferenceOperation operation, IReadScope scope)
    {
        var field = operation.Field;
        if (field.ContainingType.IsTupleType && operation.Instance is not null)
            return ReadTupleItem(operation, field, scope);
        if (field is { IsStatic: true, IsReadOnly: true })
            return KnownField(field) ?? ReadStatic(operation, field, field.Type, scope);
        var advice = field.IsStatic ? "it may change; make it 'const' or 'static readonly'" : "a workflow reads parameters and local variables, not fields";
        return NoCounterpart(operation, scope, advice);
    }

    private static Expr? KnownField(IFieldSymbol field) => (field.ContainingType.FullName(), field.Name) switch
    {
        ("string", "Empty") or ("System.String", "Empty") => ConstantExpr.Of(""),
        ("System.Guid", "Empty") => Default(JsonType.Guid),
        ("System.TimeSpan", "Zero") => Default(JsonType.Duration),
        ("System.DateTimeOffset", "UnixEpoch") => new ConstantExpr("1970-01-01T00:00:00.000Z", JsonType.UtcTime),
        ("System.DateTimeOffset", "MinValue") => Default(JsonType.Time),
        _ => null,
    };

    // A static readonly field or property is read where it is declared, so its declaration must be part of this project.
    private Expr ReadStatic(IOperation operation, ISymbol symbol, ITypeSymbol type, IReadScope scope)
    {
        if (type.IsOrDerivesFrom(ShapeNames.Resource) && Initializer(symbol) is { } resource)
            return ReadResource(operation, resource, scope);
        if (Initializer(symbol) is not { } initializer || !_reading.Add(symbol))
            return NoCounterpart(operation, scope, "its value is not visible here; declare it in this project, 'static readonly' with an initializer");

        var value = Read(initializer, scope);
        _reading.Remove(symbol);
        return value;
    }

    private IOperation? Initializer(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        ExpressionSyntax? value = reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        };
        return value is null ? null : Unwrap(OperationOf(value));
    }

    // Parentheses around a whole body have no operation of their own.
    private IOperation? OperationOf(ExpressionSyntax value)
    {
        while (value is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized.Expression;
        return ModelOf(value.SyntaxTree).GetOperation(value);
    }

    private SemanticModel ModelOf(SyntaxTree tree) => Models.Of(tree);

    private static IOperation? Unwrap(IOperation? operation) =>
        operation is IConversionOperation { IsImplicit: true } conversion ? Unwrap(conversion.Operand) : operation;

    private static Expr ReadResource(IOperation operation, IOperation value, IReadScope scope)
    {
        if (value is IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string id } }, ..] }
            && Resources.Read(type, id) is { } resource)
            return resource;
        return NoCounterpart(operation, scope, "a resource handle is written 'static readonly Queue Jobs = new(\"LogicalId\")'");
    }
}
