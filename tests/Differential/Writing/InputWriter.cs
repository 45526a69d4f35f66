using System.Text.Json.Nodes;
using CsCheck;

namespace Aot.Differential.Tests.Writing;

/// <summary>Writes inputs of random workflows: nulls, empty arrays, boundary numbers, texts that look like something else.</summary>
internal sealed class InputWriter(PCG pcg)
{
    // Characters are those whose length and case C# and a state machine agree on.
    private static readonly string[] _texts =
        ["", "a", "b", "B", " a ", "a,b,,c", "中文é", "{", "{\"errorMessage\":\"x\"}", "{% $x %}", "$.a", "null", "true", "007", "a'b\"c\\d", "${A}", "line\nbreak\ttab", "[1]", "Ж"];

    private static readonly int[] _numbers = [0, 1, -1, 2, 3, 5, 7, -8, 10, 99, 1000, int.MaxValue, int.MinValue, -1000];

    /// <summary>The first one is plain, so that something is reached in every program.</summary>
    public string[] Write(int count) => [.. Enumerable.Range(0, count).Select(i => Write(isPlain: i == 0).ToJsonString())];

    private JsonObject Write(bool isPlain) => new()
    {
        ["a"] = isPlain ? Next(9) - 3 : Pick(_numbers),
        ["b"] = isPlain ? Next(9) - 3 : Pick(_numbers),
        ["n"] = Chance(40) ? null : Next(20) - 8,
        ["s"] = Pick(_texts),
        ["t"] = Chance(40) ? null : Pick(_texts),
        ["f"] = Chance(50),
        ["d"] = (Next(81) - 40) / 8.0,
        ["level"] = Level(),
        ["at"] = Pick("2026-01-02T03:04:05Z", "2024-02-29T23:59:59.999Z", "1969-12-31T23:00:00+02:00", "2026-06-30T12:00:00.25-07:30"),
        ["xs"] = Many(() => isPlain || Chance(80) ? Next(12) - 3 : Pick(_numbers)),
        ["ss"] = Many(() => Pick(_texts)),
        ["ns"] = Many(() => Chance(40) ? null : Next(12) - 3),
        ["thing"] = Thing(),
        ["maybe"] = Chance(50) ? null : Thing(),
        ["things"] = Many(Thing),
        ["map"] = Map(),
    };

    private JsonObject Thing() => new()
    {
        ["id"] = Pick(_texts),
        ["count"] = Next(15) - 5,
        ["note"] = Chance(50) ? null : Pick(_texts),
        ["limit"] = Chance(50) ? null : Next(9) - 2,
        ["level"] = Level(),
        ["tags"] = Many(() => Pick(_texts)),
        ["at"] = new JsonObject { ["x"] = Next(5) - 2, ["y"] = Next(3) },
    };

    private JsonObject Map()
    {
        var map = new JsonObject();
        foreach (var key in _texts.Where(_ => Chance(20)))
            map[key] = Next(9) - 3;
        return map;
    }

    private string Level() => Pick("Low", "Middle", "High");

    private JsonArray Many(Func<JsonNode?> item) => [.. Enumerable.Range(0, Pick(0, 1, 1, 2, 3, 4)).Select(_ => item())];

    private int Next(int exclusive) => (int)pcg.Next((uint)exclusive);

    private bool Chance(int percent) => Next(100) < percent;

    private T Pick<T>(params T[] choices) => choices[Next(choices.Length)];
}
