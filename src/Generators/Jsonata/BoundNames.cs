using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>Names the variables that an expression binds, so that none hides a workflow variable, a function or another one still in use.</summary>
internal sealed class BoundNames(Expr root)
{
    private readonly HashSet<string> _workflowVariables = [.. root.FreeVariables()];
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<int, Expr> _values = [];

    /// <summary>Starts the scope of a variable and names it.</summary>
    public string Open(BoundExpr variable)
    {
        var word = Legal(variable.Hint);
        var name = word;
        for (var number = 2; IsTaken(name); number++)
            name = $"{word}_{number}";
        _names[variable.Id] = name;
        return name;
    }

    /// <summary>Ends the scope of a variable.</summary>
    public void Close(BoundExpr variable) => _names.Remove(variable.Id);

    /// <summary>Makes every use of a variable stand for its value.</summary>
    public void Inline(BoundExpr variable, Expr value) => _values[variable.Id] = value;

    /// <summary>What a use of a variable stands for: the variable itself, or the value it was inlined to.</summary>
    public Expr Resolve(Expr expr)
    {
        while (expr is BoundExpr bound && _values.TryGetValue(bound.Id, out var value))
            expr = bound.Type.IsNullable ? value : value.NotNull();
        return expr;
    }

    public string NameOf(BoundExpr variable) => _names.TryGetValue(variable.Id, out var name) ? name : Legal(variable.Hint);

    private bool IsTaken(string name) => JsonataNames.IsReserved(name) || _workflowVariables.Contains(name) || _names.ContainsValue(name);

    private static string Legal(string hint)
    {
        var word = new string(hint.Where(c => char.IsLetterOrDigit(c) || c == '_').ToArray()).TrimStart('_');
        return word.Length == 0 || char.IsDigit(word[0]) ? "v" + word : word;
    }
}
