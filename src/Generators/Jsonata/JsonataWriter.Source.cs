using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    // The author's text with our names for its variables, so that neither hides the other's.
    private Fragment WriteSource(JsonataTextExpr source)
    {
        foreach (var own in source.Own)
            _names.Open(own);
        var text = string.Concat(source.Pieces.Select((p, i) => p.Text + (p.Variable is null ? "" : WriteVariable(p.Variable, source.Pieces[i + 1].Text))));
        foreach (var own in source.Own)
            _names.Close(own);
        return source.Form switch
        {
            TextForm.Items => Primary($"[{text}]"),
            TextForm.Arrays => Primary($"$append([], {text})"),
            TextForm.Operand => Primary(text),
            _ => Primary($"({text})"),
        };
    }

    // An index behind a path would belong to its last step alone.
    private string WriteVariable(Expr variable, string behind)
    {
        var value = Write(variable);
        var isWhole = _names.Resolve(variable) is BoundExpr or VariableExpr
            || (value.Precedence == Precedence.Primary && !(behind.TrimStart() is ['[' or '{' or '(' or '^' or '@' or '#', ..]));
        return isWhole ? value.Text : $"({value.Text})";
    }
}
