namespace Aot.Generators.Jsonata;

/// <summary>Names that a variable must not have, since it would hide a function or is the engine's own.</summary>
internal static class JsonataNames
{
    // JSONata 2.0.6's functions, those that Step Functions adds ($parse, $uuid, $hash, $random, $partition, $range), and $states.
    private static readonly HashSet<string> _reserved =
    [
        "abs", "append", "assert", "average", "base64decode", "base64encode", "boolean", "ceil", "clone", "contains", "count",
        "decodeUrl", "decodeUrlComponent", "distinct", "each", "encodeUrl", "encodeUrlComponent", "error", "eval", "exists",
        "filter", "floor", "formatBase", "formatInteger", "formatNumber", "fromMillis", "hash", "join", "keys", "length",
        "lookup", "lowercase", "map", "match", "max", "merge", "millis", "min", "not", "now", "number", "pad", "parse",
        "parseInteger", "partition", "power", "random", "range", "reduce", "replace", "reverse", "round", "shuffle", "sift",
        "single", "sort", "split", "spread", "sqrt", "states", "string", "substring", "substringAfter", "substringBefore",
        "sum", "toMillis", "trim", "type", "typeOf", "uppercase", "uuid", "zip",
    ];

    /// <summary>True where <c>$name</c> must not be a variable.</summary>
    public static bool IsReserved(string name) => name.Length == 0 || _reserved.Contains(name);
}
