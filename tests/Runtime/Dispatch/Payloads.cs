using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aot.Runtime.Tests.Dispatch;

public enum Doneness
{
    Rare,
    Medium,
    [JsonStringEnumMemberName("well-done")]
    WellDone,
}

public sealed record Everything(
    bool Flag,
    byte Tiny,
    sbyte SignedTiny,
    short Small,
    ushort UnsignedSmall,
    int Number,
    uint UnsignedNumber,
    long Big,
    ulong UnsignedBig,
    float Single,
    double Double,
    decimal Money,
    char Letter,
    string? Text,
    Guid Id,
    DateTime Local,
    DateTimeOffset At,
    DateOnly Day,
    TimeSpan Duration,
    byte[]? Blob,
    Doneness Doneness,
    int? Perhaps,
    Doneness? PerhapsDone,
    DateTimeOffset? PerhapsAt);

public sealed record Collections(
    int[]? Numbers,
    List<string?>? Names,
    IReadOnlyList<Point>? Points,
    Dictionary<string, int>? Counts,
    IReadOnlyDictionary<string, Point?>? Corners,
    int[][]? Grid,
    IEnumerable<double?>? Maybe);

public readonly record struct Point(double X, double Y);

public sealed record Tree(string Name, Tree? Left, Tree? Right);

public sealed class Settable
{
    public int Count { get; set; } = 7;

    public string Name { get; init; } = "unnamed";

    public required string Key { get; init; }

    public int Computed => Count * 2;

    [JsonPropertyName("other-name")]
    public string? Renamed { get; set; }

    [JsonIgnore]
    public string? Secret { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Optional { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Zero { get; set; }

    public JsonElement Any { get; set; }
}

public class Animal
{
    public string Species { get; set; } = "";
}

public sealed class Dog : Animal
{
    public string Name { get; set; } = "";
}

public sealed record Defaulted(string Name = "nobody", int Count = 3, decimal Rate = 1.5m, double Ratio = 0.25, Doneness Doneness = Doneness.Medium, long? Limit = 9, bool On = true);

public sealed record URLHolder(string URLValue, string ID, int A, int @class);

public sealed record Page<T>(T[] Items, T? First);
