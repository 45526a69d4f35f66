namespace Aot.Generators.Jsonata;

/// <summary>What JSONata's functions do with no value and with one.</summary>
internal static class Functions
{
    private static readonly HashSet<string> _handingOn =
    [
        "abs", "ceil", "contains", "exists", "floor", "formatNumber", "fromMillis", "length", "lowercase", "not", "number", "pad", "parse", "power",
        "replace", "round", "split", "sqrt", "string", "substring", "toMillis", "uppercase",
    ];

    private static readonly HashSet<string> _sequences = ["distinct", "each", "filter", "keys", "map", "match", "partition"];

    /// <summary>True where the function gives nothing when its first argument is nothing.</summary>
    public static bool HandsNothingOn(string function) => _handingOn.Contains(function);

    /// <summary>True where the function gives nothing for no items and a bare item for one.</summary>
    public static bool GivesSequence(string function) => _sequences.Contains(function);
}
