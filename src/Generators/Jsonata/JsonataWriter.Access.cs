using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    private Fragment WriteMember(MemberExpr member)
    {
        if (member.Type.IsNullable && !member.Target.IsPath())
        {
            var owner = Fresh("owner", member.Target.Type);
            return WriteLet(new LetExpr(owner, member.Target, new MemberExpr(owner, member.Name, member.Type)));
        }

        var path = WritePath(member);
        return member.Type.IsNullable ? new Fragment($"$exists({path.Text}) ? {path.Text} : null", Precedence.Conditional) : path;
    }

    // A nullable member's absence means null, so its target must not be absent too.
    private Fragment WritePath(MemberExpr member)
    {
        var target = member.Type.IsNullable ? WriteStrict(member.Target) : Write(member.Target);
        return JsonataText.CanBeStep(member.Name)
            ? Primary($"{target.At(Precedence.Primary)}.{JsonataText.Step(member.Name)}")
            : Primary($"$lookup({target.Text}, {JsonataText.String(member.Name).Text})");
    }

    // Without the parentheses a second index would apply to the first one's result as a whole.
    private Fragment WriteItem(ItemExpr item)
    {
        if (item.IsPresent || IsConstant(item))
            return Primary($"({Write(item.Target).Text})[{WriteStrict(item.Index).Text}]");

        // Below zero JSONata counts from the end, so the index is tested.
        if (!item.Target.IsPath() || !item.Index.IsPath())
        {
            var items = Fresh("items", item.Target.Type);
            var position = Fresh("i", item.Index.Type);
            return WriteLet(new LetExpr(items, item.Target, new LetExpr(position, item.Index, item with { Target = items, Index = position })));
        }

        var target = Write(item.Target).Text;
        var index = Write(item.Index).At(Precedence.Additive);
        return new Fragment($"{index} >= 0 and {index} < $count({target}) ? ({target})[{index}] : $error('IndexOutOfRangeException')", Precedence.Conditional);
    }

    private Fragment WriteLookup(LookupExpr lookup) =>
        lookup.Key is ConstantExpr { Value: string key } && JsonataText.CanBeStep(key)
            ? Primary($"{WriteStrict(lookup.Target).At(Precedence.Primary)}.{JsonataText.Step(key)}")
            : Primary($"$lookup({WriteStrict(lookup.Target).Text}, {WriteStrict(lookup.Key).Text})");

    /// <summary>The value where it is there; where it is not, the error that C# would throw instead of "nothing".</summary>
    private Fragment WriteStrict(Expr expr)
    {
        if (Missing(expr) is not { } error)
            return Write(expr);

        var variable = Fresh("item", expr.Type);
        var text = Write(expr).Text;
        var name = _names.Open(variable);
        _names.Close(variable);
        return Primary($"(${name} := {text}; $exists(${name}) ? ${name} : $error('{error}'))");
    }

    private bool IsConstant(ItemExpr item) => _names.Resolve(item.Index) is ConstantExpr;

    /// <summary>The exception C# throws where the value may be "nothing"; null where it never is.</summary>
    private string? Missing(Expr expr) => _names.Resolve(expr) switch
    {
        ItemExpr item when !item.IsPresent && IsConstant(item) => "IndexOutOfRangeException",
        ItemExpr item => item.IsPresent || IsConstant(item) ? Missing(item.Target) : null,
        LookupExpr => "KeyNotFoundException",
        JsonataTextExpr { Form: TextForm.Operand or TextForm.Expression, Type.IsNullable: false } => "InvalidOperationException",
        MemberExpr member => member.Type.IsNullable ? null : Missing(member.Target),
        BinaryExpr { Operator: <= BinaryOperator.Remainder or (>= BinaryOperator.Less and <= BinaryOperator.GreaterOrEqual) } binary =>
            Missing(binary.Left) ?? Missing(binary.Right),
        ConditionalExpr conditional => Missing(conditional.WhenTrue) ?? Missing(conditional.WhenFalse),
        LetExpr let => Missing(let.Body),
        CallExpr { Function: "exists" } => null,
        CallExpr call when Functions.HandsNothingOn(call.Function) && call.Arguments.Count > 0 => Missing(call.Arguments[0]),
        _ => null,
    };
}
