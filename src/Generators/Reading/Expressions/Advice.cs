namespace Aot.Generators.Reading.Expressions;

/// <summary>What to write instead of a method that has no counterpart: the nearest one that has.</summary>
internal static class Advice
{
    private const string Otherwise = ", or Jsonata.Eval<T>(\"…\") with a JSONata text of your own";

    private static readonly string[] _queries =
    [
        "Aggregate", "All", "Any", "Append", "Average", "Chunk", "Concat", "Contains", "Count", "CountBy", "DefaultIfEmpty", "Distinct", "DistinctBy",
        "ElementAt", "Except", "First", "FirstOrDefault", "GroupBy", "Index", "Intersect", "Join", "Last", "LastOrDefault", "Max", "MaxBy", "Min", "MinBy",
        "Order", "OrderBy", "OrderByDescending", "Prepend", "Reverse", "Select", "SelectMany", "SequenceEqual", "Single", "SingleOrDefault",
        "Skip", "SkipLast", "SkipWhile", "Sum", "Take", "TakeLast", "TakeWhile", "ThenBy", "ToArray", "ToDictionary", "ToList", "Union", "Where", "Zip",
    ];

    private static readonly string[] _texts =
    [
        "Contains", "EndsWith", "Equals", "IndexOf", "PadLeft", "PadRight", "Replace", "Split", "StartsWith", "Substring", "ToLowerInvariant",
        "ToUpperInvariant", "Trim", "TrimEnd", "TrimStart",
    ];

    private static readonly string[] _math =
        ["Abs", "Ceiling", "Clamp", "Floor", "Max", "Min", "Pow", "Round", "Sign", "Sqrt", "Truncate"];

    /// <summary>For a method of LINQ or of a collection.</summary>
    public static string Query(string method) => method switch
    {
        "ToHashSet" or "ToFrozenSet" or "ToImmutableHashSet" => "JSON has no sets; use Distinct().ToArray() and Contains",
        "ToLookup" or "GroupJoin" or "AggregateBy" => "use GroupBy and Select",
        "Cast" or "OfType" => "JSON does not keep types; use Select with a switch expression over a [JsonPolymorphic] base type",
        "ExceptBy" or "IntersectBy" or "UnionBy" => "use Where with Contains over the keys, or DistinctBy",
        "Add" or "AddRange" or "Insert" or "Remove" or "RemoveAt" or "RemoveAll" or "Clear" => "a workflow's data does not change; write xs = [.. xs, item] or xs = xs.Where(…).ToList()",
        "ForEach" => "write a foreach loop",
        "Shuffle" => "order by a key of your own, or shuffle in a Lambda function",
        _ => Nearest(method, _queries),
    };

    /// <summary>For a method of <c>string</c>.</summary>
    public static string Text(string method) => method switch
    {
        "Format" => "use an interpolated string: $\"…{value}…\"",
        "ToCharArray" or "Insert" or "Remove" => "use Substring and +",
        "LastIndexOf" or "LastIndexOfAny" => "use Split and Last",
        _ => Nearest(method, _texts),
    };

    /// <summary>For a method of <c>Math</c>.</summary>
    public static string Math(string method) => Nearest(method, _math);

    private static string Nearest(string method, string[] known)
    {
        var nearest = known.OrderBy(k => Distance(k, method)).ThenBy(k => k, StringComparer.Ordinal).First();
        var isNear = nearest != method && Distance(nearest, method) <= System.Math.Max(2, method.Length / 3);
        return isNear ? $"the nearest is {nearest}; docs/authoring.md lists the others{Otherwise}" : $"use {string.Join(", ", known)}{Otherwise}";
    }

    // Levenshtein's distance.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = System.Math.Min(replaced, System.Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
