using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadConcatenation(IBinaryOperation operation, IReadScope scope)
    {
        var left = ReadText(operation.LeftOperand, null, scope);
        var right = ReadText(operation.RightOperand, null, scope);
        return Concat([left, right]);
    }

    private Expr ReadInterpolation(IInterpolatedStringOperation operation, IReadScope scope) => Concat([.. operation.Parts.Select(part => part switch
    {
        IInterpolatedStringTextOperation text => Read(text.Text, scope),
        IInterpolationOperation hole => ReadHole(hole, scope),
        _ => NoCounterpart(part, scope, "write it with + instead"),
    })]);

    private Expr ReadHole(IInterpolationOperation hole, IReadScope scope)
    {
        var format = hole.FormatString?.ConstantValue.Value as string;
        var text = ReadText(hole.Expression, format, scope);
        if (text is InvalidExpr || hole.Alignment is null)
            return text;
        return hole.Alignment.ConstantValue.Value is int width
            ? Call("pad", JsonType.String, text, ConstantExpr.Of(-width)) // C# counts to the right, $pad to the left
            : NoCounterpart(hole.Alignment, scope, "an alignment is a constant number");
    }

    /// <summary>A value as C# writes it into a string.</summary>
    private Expr ReadText(IOperation operation, string? format, IReadScope scope)
    {
        var value = Read(operation is IConversionOperation { IsImplicit: true, Operand: var operand } ? operand : operation, scope);
        if (value is InvalidExpr)
            return value;
        if (value is ConstantExpr { Value: null })
            return ConstantExpr.Of("");
        if (!value.Type.IsNullable)
            return Text(value, format, operation, scope);
        return Once(value, "value", v =>
        {
            var text = Text(v.NotNull(), format, operation, scope);
            return text is InvalidExpr ? text : new ConditionalExpr(new NullTestExpr(v, IsNotNull: true), text, ConstantExpr.Of(""), JsonType.String);
        });
    }

    private Expr Text(Expr value, string? format, IOperation operation, IReadScope scope) => value.Type.Kind switch
    {
        JsonKind.String or JsonKind.Guid or JsonKind.Enum when string.IsNullOrEmpty(format) =>
            value is ConstantExpr constant ? constant with { Type = JsonType.String } : value with { Type = JsonType.String },
        JsonKind.Guid when format is "D" or "d" => value with { Type = JsonType.String },
        JsonKind.Guid when format is "N" or "n" => Call("replace", JsonType.String, value with { Type = JsonType.String }, ConstantExpr.Of("-"), ConstantExpr.Of("")),
        JsonKind.Enum when format is "G" or "g" => value with { Type = JsonType.String },
        JsonKind.Boolean => value is ConstantExpr { Value: bool known }
            ? ConstantExpr.Of(known ? "True" : "False")
            : new ConditionalExpr(value, ConstantExpr.Of("True"), ConstantExpr.Of("False"), JsonType.String),
        JsonKind.Integer or JsonKind.Number => NumberText(value, format ?? "", operation, scope),
        JsonKind.Time => TimeText(value, format, operation, scope),
        JsonKind.Resource when value is ResourceExpr => value,
        JsonKind.Decimal => Invalid(scope, ExpressionDescriptors.NeedsFormat, operation.Syntax.GetLocation(), "decimal", "use whole cents as 'long'"),
        JsonKind.Duration => Invalid(scope, ExpressionDescriptors.NeedsFormat, operation.Syntax.GetLocation(), "TimeSpan", "write its TotalSeconds with a format such as F0"),
        _ => Invalid(scope, ExpressionDescriptors.NeedsFormat, operation.Syntax.GetLocation(), "value of this type", "write the members you want to see"),
    };

    // JSONata writes 15 digits of a double and C# all of them, so only a fixed number of digits is the same.
    private static Expr NumberText(Expr value, string format, IOperation operation, IReadScope scope)
    {
        if (value.Type.Kind == JsonKind.Integer && format is "" or "D" or "d" or "G" or "F0" or "D1")
            return value is ConstantExpr { Value: long number }
                ? ConstantExpr.Of(number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : Call("string", JsonType.String, value);
        if (Picture(format, value.Type.Kind) is not { } picture)
        {
            var advice = format.Length == 0
                ? "add the number of decimals, such as {value:F2}"
                : $"'{format}' is not among the formats F0–F9, N0–N9 and, for whole numbers, D1–D9";
            return Invalid(scope, ExpressionDescriptors.NeedsFormat, operation.Syntax.GetLocation(), "number", advice);
        }

        if (value.Type.Kind == JsonKind.Number)
            scope.Report(ExpressionDescriptors.LastDigit, operation.Syntax.GetLocation());
        return Call("formatNumber", JsonType.String, value, ConstantExpr.Of(picture));
    }

    private static string? Picture(string format, JsonKind kind)
    {
        if (format.Length is 0 or > 2 || (format.Length == 2 && !char.IsDigit(format[1])))
            return null;
        var digits = format.Length == 2 ? format[1] - '0' : 2;
        var decimals = digits == 0 ? "" : "." + new string('0', digits);
        return char.ToUpperInvariant(format[0]) switch
        {
            'F' => "0" + decimals,
            'N' => "#,##0" + decimals,
            'D' when kind == JsonKind.Integer && digits > 0 => new string('0', digits) + ";-" + new string('0', digits),
            _ => null,
        };
    }

    private static Expr Concat(IReadOnlyList<Expr> parts)
    {
        if (parts.Any(p => p is InvalidExpr))
            return new InvalidExpr();

        Expr all = ConstantExpr.Of("");
        foreach (var part in parts)
            all = Append(all, part);
        return all;
    }

    private static Expr Append(Expr left, Expr right) => (left, right) switch
    {
        (ConstantExpr { Value: "" }, _) => right,
        (_, ConstantExpr { Value: "" }) => left,
        (ConstantExpr { Value: string l }, ConstantExpr { Value: string r }) => ConstantExpr.Of(l + r),
        (BinaryExpr { Operator: BinaryOperator.Concat, Right: ConstantExpr { Value: string l } } before, ConstantExpr { Value: string r }) =>
            before with { Right = ConstantExpr.Of(l + r) },
        _ => new BinaryExpr(BinaryOperator.Concat, left, right, JsonType.String),
    };
}
