using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private const long LargestExact = 1L << 53; // the last whole number up to which doubles hold every one

    private static Expr ReadConstant(IOperation operation, IReadScope scope) =>
        Constant(operation.ConstantValue.Value, operation.Type, operation.Syntax.GetLocation(), scope);

    private static Expr Constant(object? value, ITypeSymbol? type, Location location, IReadScope scope)
    {
        var declared = type?.NullableValue() ?? type;
        if (value is null)
            return ConstantExpr.Null;
        if (declared is { TypeKind: TypeKind.Enum })
            return EnumConstant(value, declared, location, scope);

        switch (value)
        {
            case bool boolean:
                return ConstantExpr.Of(boolean);
            case string text:
                return ConstantExpr.Of(text);
            case char character:
                return ConstantExpr.Of(character.ToString());
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                return ConstantExpr.Of(number);
            case decimal number:
                return new ConstantExpr((double)number, JsonType.Decimal);
            case ulong number when number > LargestExact:
                scope.Report(ExpressionDescriptors.TooLarge, location, number);
                return new ConstantExpr((double)number, JsonType.Integer);
            case float or double:
                var problem = value is float ? "its rounding differs; use double" : "JSON has finite numbers only";
                return Invalid(scope, ExpressionDescriptors.NotJson, location, value, problem);
        }

        var whole = System.Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
        if (whole is > LargestExact or < -LargestExact)
            scope.Report(ExpressionDescriptors.TooLarge, location, whole);
        return ConstantExpr.Of(whole);
    }

    private static Expr EnumConstant(object value, ITypeSymbol type, Location location, IReadScope scope)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, value));
        return member is null
            ? Invalid(scope, ExpressionDescriptors.EnumName, location, type.Name, $"{value} is none of its members; name one")
            : new ConstantExpr(member.Name, new JsonType(JsonKind.Enum) { Name = type.Name });
    }

    /// <summary>What C# takes where nothing is given.</summary>
    private static Expr Default(JsonType type) => type switch
    {
        { IsNullable: true } => ConstantExpr.Null,
        { Kind: JsonKind.Boolean } => ConstantExpr.False,
        { Kind: JsonKind.Integer or JsonKind.Number or JsonKind.Decimal or JsonKind.Duration } => new ConstantExpr(0L, type),
        { Kind: JsonKind.Guid } => new ConstantExpr("00000000-0000-0000-0000-000000000000", type),
        { Kind: JsonKind.Time } => new ConstantExpr("0001-01-01T00:00:00.000Z", JsonType.UtcTime),
        { Kind: JsonKind.Enum, EnumMembers: [var first, ..] } => new ConstantExpr(first, type),
        _ => ConstantExpr.Null,
    };
}
