using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    // The author's text with our names for its variables, so that neither hides the other's.
    private Fragment WriteSource(JsonataTextExpr source)
    {
        foreach (var own in source.Own)
            _names.Open(own);
        var text = string.Concat(source.Pieces.Select(p => p.Text + (p.Variable is null ? "" : WriteVariable(p.Variable))));
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

    private string WriteVariable(Expr variable)
    {
        var value = Write(variable).Text;
        return _names.Resolve(variable) is BoundExpr or VariableExpr ? value : $"({value})";
    }
}
