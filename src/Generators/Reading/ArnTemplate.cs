using System.Text.RegularExpressions;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading;

/// <summary>A name for IAM.</summary>
/// <param name="Value">The ARN.</param>
/// <param name="IsOpen">True where nothing of the request narrows it although it asks for that.</param>
internal sealed record ResolvedArn(TemplateValue Value, bool IsOpen);

/// <summary>Writes the ARNs of <c>[TaskPermission]</c>: <c>{Bucket}/{Key}</c> with the values that a request has.</summary>
internal static class ArnTemplate
{
    // {Bucket}, {Key.Name}, {GroupName|default}; ${…} is the template's own.
    private static readonly Regex _hole = new(@"(?<!\$)\{(?<path>[A-Za-z0-9.]+)(\|(?<absent>[^}]*))?\}", RegexOptions.CultureInvariant);

    /// <summary>The ARNs; more than one where a hole is an item of a list, none where a member is left out that has no default.</summary>
    public static IEnumerable<ResolvedArn> Resolve(string template, Expr arguments)
    {
        if (_hole.Match(template) is { Success: true } only && only.Length == template.Length)
            return Values(only, arguments).Select(v => v is ResourceExpr handle
                ? new ResolvedArn(TemplateValues.Of(handle.LogicalId, handle.Arn), IsOpen: false)
                : Whole(Text(v), IsOpen(v)));

        IEnumerable<(string Text, bool IsOpen)> written = [("", true)];
        var end = 0;
        var hasHole = false;
        foreach (Match hole in _hole.Matches(template))
        {
            var before = template.Substring(end, hole.Index - end);
            var values = Values(hole, arguments).Select(v => (Text: Text(v), IsOpen: IsOpen(v))).ToArray();
            written = written.SelectMany(w => values.Select(v => (w.Text + before + v.Text, w.IsOpen && v.IsOpen))).ToArray();
            end = hole.Index + hole.Length;
            hasHole = true;
        }

        return written.Select(w => Whole(w.Text + template.Substring(end), hasHole && w.IsOpen));
    }

    private static ResolvedArn Whole(string text, bool isOpen) =>
        new(new TemplateValue(text.Contains("${") ? TemplateFunction.Sub : TemplateFunction.Literal, text), isOpen);

    private static IEnumerable<Expr?> Values(Match hole, Expr arguments)
    {
        var values = hole.Groups["path"].Value.Split('.').Aggregate<string, IEnumerable<Expr?>>([arguments], (found, name) => found.SelectMany(e => Member(e, name)))
            .Where(v => v is not ConstantExpr { Value: null })
            .Distinct()
            .ToArray();
        return values.Length > 0 ? values
            : hole.Groups["absent"] is { Success: true } absent ? [ConstantExpr.Of(absent.Value)]
            : [];
    }

    // Null stands for what only the run knows.
    private static IEnumerable<Expr?> Member(Expr? owner, string name) => owner switch
    {
        ObjectExpr literal => literal.Members.Where(m => m.Name == name).SelectMany(m => Items(m.Value)),
        ConditionalExpr conditional => Member(conditional.WhenTrue, name).Concat(Member(conditional.WhenFalse, name)),
        LetExpr let => Member(let.Body, name),
        ConstantExpr => [],
        _ => [null],
    };

    private static IEnumerable<Expr?> Items(Expr value) => value switch
    {
        ArrayExpr { Items.Count: > 0 } list => list.Items.SelectMany(i => i.IsSpread ? [null] : Items(i.Value)),
        ConditionalExpr conditional => Items(conditional.WhenTrue).Concat(Items(conditional.WhenFalse)),
        LetExpr let => Items(let.Body),
        _ => [value],
    };

    private static bool IsOpen(Expr? value) => value switch
    {
        ResourceExpr => false,
        ConstantExpr constant => constant.Value is "*",
        BinaryExpr { Operator: BinaryOperator.Concat } text => IsOpen(text.Left) && IsOpen(text.Right),
        _ => true,
    };

    private static string Text(Expr? value) => value switch
    {
        ResourceExpr handle => InSub(TemplateValues.Of(handle.LogicalId, handle.Arn)),
        ConstantExpr { Value: string text } => text,
        BinaryExpr { Operator: BinaryOperator.Concat } text => Part(text.Left) + Part(text.Right),
        _ => "*",
    };

    // Within a text a handle stands for its value, as it does in the request: {bucket}/{key}.
    private static string Part(Expr value) => value is ResourceExpr handle ? InSub(TemplateValues.Of(handle.LogicalId, handle.Value)) : Text(value);

    private static string InSub(TemplateValue value) => value.Function == TemplateFunction.Sub ? value.Argument : $"${{{value.Argument}}}";
}
