using System.Collections.Frozen;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>The functions an expression can call without defining them, by name without the dollar.</summary>
internal sealed class Library
{
    /// <summary>The functions of JSONata 2.0.6.</summary>
    public static readonly Library Standard = new(
    [
        .. Strings.All, .. Matching.All, .. UrlCoding.All, .. Numbers.All, .. NumberFormats.All, .. Aggregates.All, .. Booleans.All,
        .. Arrays.All, .. Objects.All, .. HigherOrder.All, .. Dates.All, .. Reflection.All,
    ]);

    private readonly FrozenDictionary<string, Value> _functions;

    private Library(IEnumerable<NativeFunction> functions) =>
        _functions = functions.ToFrozenDictionary(f => f.Name, f => (Value)f, StringComparer.Ordinal);

    public Value? Find(string name) => _functions.GetValueOrDefault(name);

    /// <summary>The same functions with some replaced, added or taken away.</summary>
    public Library With(IReadOnlyList<NativeFunction> changed, IReadOnlySet<string> removed) => new(
        _functions.Values.Cast<NativeFunction>().Where(f => !removed.Contains(f.Name) && changed.All(c => c.Name != f.Name)).Concat(changed));
}
