using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Closed hierarchies: types that a discriminator tells apart.
internal sealed partial class ExpressionReader
{
    private Expr ReadIsType(IIsTypeOperation operation, IReadScope scope)
    {
        var value = Read(operation.ValueOperand, scope);
        return value is InvalidExpr || operation.ValueOperand.Type is not { } type
            ? new InvalidExpr()
            : Once(value, "value", v => MatchType(operation, type, operation.TypeOperand, v, scope));
    }

    private Expr MatchType(IPatternOperation pattern, ITypeSymbol? matched, Expr value, IReadScope scope) =>
        MatchType(pattern, pattern.InputType, matched, value, scope);

    // shape is Circle ──▶ $shape.kind = 'circle'
    private Expr MatchType(IOperation pattern, ITypeSymbol inputType, ITypeSymbol? matched, Expr value, IReadScope scope)
    {
        var input = inputType.NullableValue() ?? inputType;
        if (matched is null || SymbolEqualityComparer.Default.Equals(input, matched))
            return value.Type.IsNullable ? new NullTestExpr(value, IsNotNull: true) : ConstantExpr.True;
        if (Hierarchy.Of(input) is not { } hierarchy)
        {
            return value.Type.Kind == JsonKind.Object
                ? Invalid(scope, ExpressionDescriptors.OpenHierarchy, pattern.Syntax.GetLocation(), input.Name, $"put [JsonDerivedType(typeof({matched.Name}), \"…\")] for each derived type on '{input.Name}'")
                : NoCounterpart(pattern, scope, "JSON does not keep types; test a member that tells them apart");
        }

        var discriminators = hierarchy.DiscriminatorsUnder(matched).Select(Discriminator).ToList();
        if (discriminators.Count == 0)
            return Invalid(scope, ExpressionDescriptors.OpenHierarchy, pattern.Syntax.GetLocation(), matched.Name, $"put [JsonDerivedType(typeof({matched.Name}), \"…\")] on '{input.Name}'");
        return NullGuard(value, v => discriminators
            .Select(d => (Expr)Binary(BinaryOperator.Equal, Access.Member(v, hierarchy.Member, d.Type), d))
            .Aggregate(Logic.Or));
    }

    private static ConstantExpr Discriminator(object value) => value is string text ? ConstantExpr.Of(text) : ConstantExpr.Of(System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The value as the type that a pattern found: without the discriminator, which C# would not write for that type.</summary>
    private Expr Narrowed(IPatternOperation pattern, Expr value)
    {
        if (MatchedType(pattern) is not { } matched || SymbolEqualityComparer.Default.Equals(pattern.InputType, matched) || Hierarchy.Of(pattern.InputType) is not { } hierarchy)
            return value;
        var type = Types.Read(matched).NotNull();
        return value.Type.IsNullable
            ? new ConditionalExpr(new NullTestExpr(value, IsNotNull: true), Untagged(value.NotNull(), hierarchy, type), ConstantExpr.Null, type.OrNull())
            : Untagged(value, hierarchy, type);
    }

    private CallExpr Untagged(Expr value, Hierarchy hierarchy, JsonType type)
    {
        var member = NewBound("value", JsonType.Any);
        var name = NewBound("name", JsonType.String);
        return Call("sift", type, value, new LambdaExpr([member, name], Binary(BinaryOperator.NotEqual, name, ConstantExpr.Of(hierarchy.Member))));
    }

    // A derived type where its base is expected gets its discriminator: {'kind': 'circle', …}
    private static Expr? Tagged(IConversionOperation operation, Expr value, JsonType target, IReadScope scope)
    {
        if (operation is not { IsImplicit: true, Conversion.IsReference: true, Operand.Type: { } from, Type: { TypeKind: TypeKind.Class } to }
            || target.Kind != JsonKind.Object || value.Type.Kind != JsonKind.Object || SymbolEqualityComparer.Default.Equals(from, to))
            return null;
        if (Hierarchy.Of(to) is not { } hierarchy)
        {
            return value.Type.Members.Count == target.Members.Count
                ? null
                : Invalid(scope, ExpressionDescriptors.OpenHierarchy, operation.Syntax.GetLocation(), to.Name, $"put [JsonDerivedType(typeof({from.Name}), \"…\")] on '{to.Name}', or keep the type '{from.Name}'");
        }

        if (Hierarchy.Of(from) is not null)
            return value with { Type = target };
        if (hierarchy.DiscriminatorOf(from) is not { } discriminator)
            return Invalid(scope, ExpressionDescriptors.OpenHierarchy, operation.Syntax.GetLocation(), from.Name, $"put [JsonDerivedType(typeof({from.Name}), \"…\")] on '{to.Name}'");

        var tag = new ObjectMember(hierarchy.Member, Discriminator(discriminator));
        if (value is ObjectExpr literal)
            return literal with { Members = [tag, .. literal.Members], Type = target };
        if (value.Type.IsNullable)
            return NoCounterpart(operation, scope, "test for null before a derived type becomes its base");
        var type = JsonType.Array(target);
        return Call("merge", target, new ArrayExpr([new ArrayItem(new ObjectExpr([tag], target)), new ArrayItem(value)], type));
    }

    private static ITypeSymbol? MatchedType(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchesNull: false } declaration => declaration.MatchedType,
        IRecursivePatternOperation recursive => recursive.MatchedType,
        _ => null,
    };
}
