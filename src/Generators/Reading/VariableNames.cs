using Aot.Generators.Asl;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Reading;

/// <summary>Gives every C# variable a name of its own in the machine.</summary>
/// <remarks>
/// Names are unique over the whole machine, branches included: a branch must not assign a name that the scope around it assigns.
/// </remarks>
/// <param name="place">The place in the source where the reader stands: what is read later has a higher one.</param>
internal sealed class VariableNames(Func<int> place)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public string Create(string hint)
    {
        // A leading underscore is refused by Step Functions; a function's name would hide the function.
        var name = string.Concat(hint.TrimStart('_', '@').Where(c => char.IsLetterOrDigit(c) || c == '_'));
        if (name.Length == 0 || !char.IsLetter(name[0]))
            name = "value" + name;
        if (JsonataNames.IsReserved(name))
            name += "Value";
        if (name.Length > Limits.MaxVariableNameLength - 5)
            name = name.Substring(0, Limits.MaxVariableNameLength - 5);
        var unique = name;
        for (var number = 2; _places.ContainsKey(unique); number++)
            unique = $"{name}_{number}";
        _places.Add(unique, place());
        return unique;
    }

    /// <summary>Variables that are declared behind a place.</summary>
    public IEnumerable<string> Since(int place) => _places.Where(p => p.Value > place).Select(p => p.Key).OrderBy(n => n, StringComparer.Ordinal);
}
