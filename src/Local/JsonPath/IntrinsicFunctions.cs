using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary>An intrinsic function cannot work with its arguments.</summary>
internal sealed class IntrinsicException(string message) : Exception(message);

/// <summary>The intrinsic functions of the States Language.</summary>
/// <remarks>Step Functions developer guide, "Intrinsic functions"; roundings and texts as recorded from the service.</remarks>
internal static class IntrinsicFunctions
{
    private const int MaxRangeItems = 1000;
    private const int MaxTextLength = 10_000; // of Hash and Base64Encode/Decode

    private static readonly FrozenDictionary<string, Func<IReadOnlyList<Value>, Random, Value>> _functions =
        new Dictionary<string, Func<IReadOnlyList<Value>, Random, Value>>
        {
            ["States.Array"] = (given, _) => new ArrayValue(given),
            ["States.ArrayContains"] = (given, _) => Array(given, 0).Any(item => item.Equals(Argument(given, 1))),
            ["States.ArrayGetItem"] = (given, _) => Item(Array(given, 0), Number(given, 1)),
            ["States.ArrayLength"] = (given, _) => Array(given, 0).Count,
            ["States.ArrayPartition"] = (given, _) => Partition(Array(given, 0), Round(Number(given, 1))),
            ["States.ArrayRange"] = (given, _) => Range(Round(Number(given, 0)), Round(Number(given, 1)), Round(Number(given, 2))),
            ["States.ArrayUnique"] = (given, _) => new ArrayValue([.. Array(given, 0).Distinct()]),
            ["States.Base64Decode"] = (given, _) => Decode(Short(given, 0)),
            ["States.Base64Encode"] = (given, _) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Short(given, 0))),
            ["States.Format"] = (given, _) => IntrinsicFormat.Format(Text(given, 0), [.. given.Skip(1)]),
            ["States.Hash"] = (given, _) => Hash(Short(given, 0), Text(given, 1)),
            ["States.JsonMerge"] = (given, _) => Merge(Argument(given, 0), Argument(given, 1)),
            ["States.JsonToString"] = (given, _) => Argument(given, 0).ToJson(),
            ["States.MathAdd"] = (given, _) => Round(Number(given, 0)) + Round(Number(given, 1)),
            ["States.MathRandom"] = (given, random) => Randomly(given, random),
            ["States.StringSplit"] = (given, _) => Split(Text(given, 0), Text(given, 1)),
            ["States.StringToJson"] = (given, _) => Parse(Text(given, 0)),
            ["States.UUID"] = (_, random) => Uuid(random),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Exists(string name) => _functions.ContainsKey(name);

    /// <exception cref="IntrinsicException">The arguments are not what the function needs.</exception>
    public static Value Call(string name, IReadOnlyList<Value> arguments, Random random) => _functions[name](arguments, random);

    private static Value Argument(IReadOnlyList<Value> given, int index) =>
        index < given.Count ? given[index] : throw new IntrinsicException($"Argument {index + 1} is missing");

    private static ArrayValue Array(IReadOnlyList<Value> given, int index) =>
        Argument(given, index) as ArrayValue ?? throw new IntrinsicException($"Argument {index + 1} must be an array, found {Argument(given, index).ToJson()}");

    private static string Text(IReadOnlyList<Value> given, int index) =>
        (Argument(given, index) as StringValue)?.Text ?? throw new IntrinsicException($"Argument {index + 1} must be a string, found {Argument(given, index).ToJson()}");

    private static string Short(IReadOnlyList<Value> given, int index) =>
        Text(given, index) is { Length: <= MaxTextLength } text ? text : throw new IntrinsicException($"Argument {index + 1} is longer than {MaxTextLength} characters");

    private static double Number(IReadOnlyList<Value> given, int index) =>
        (Argument(given, index) as NumberValue)?.Number ?? throw new IntrinsicException($"Argument {index + 1} must be a number, found {Argument(given, index).ToJson()}");

    // Java's Math.round: half of the way goes up, also below zero.
    private static double Round(double number) => Math.Floor(number + 0.5);

    private static Value Item(ArrayValue array, double index) =>
        Round(index) is var position && position >= 0 && position < array.Count
            ? array[(int)position]
            : throw new IntrinsicException($"The index {index} is outside the array of {array.Count} items");

    private static ArrayValue Partition(ArrayValue array, double size) =>
        size >= 1
            ? new ArrayValue([.. array.Chunk((int)Math.Min(size, int.MaxValue)).Select(chunk => (Value)new ArrayValue((IReadOnlyList<Value>)chunk))])
            : throw new IntrinsicException("The chunk size must be a positive integer");

    private static ArrayValue Range(double first, double last, double step)
    {
        if (step == 0) throw new IntrinsicException("The step must not be 0");
        var range = new ArrayValue();
        for (var number = first; step > 0 ? number <= last : number >= last; number += step)
        {
            if (range.Count == MaxRangeItems) throw new IntrinsicException($"The range has more than {MaxRangeItems} items");
            range.Add(number);
        }
        return range;
    }

    private static Value Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new IntrinsicException("The text is not Base64");
    }

    private static Value Hash(string data, string algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(data);
        return Convert.ToHexStringLower(algorithm switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => throw new IntrinsicException($"There is no algorithm {algorithm}: use MD5, SHA-1, SHA-256, SHA-384 or SHA-512"),
        });
    }

    private static ObjectValue Merge(Value first, Value second) => first is ObjectValue a && second is ObjectValue b
        ? new ObjectValue(a.Concat(b))
        : throw new IntrinsicException("Both values to merge must be objects");

    private static Value Randomly(IReadOnlyList<Value> given, Random random)
    {
        var (start, end) = (Round(Number(given, 0)), Round(Number(given, 1)));
        if (start >= end) throw new IntrinsicException("The start must be smaller than the end");
        var source = given.Count > 2 ? new Random((int)Round(Number(given, 2)) % int.MaxValue) : random;
        return start + Math.Floor(source.NextDouble() * (end - start));
    }

    private static ArrayValue Split(string text, string separators) =>
        new([.. text.Split(separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries).Select(part => (Value)part)]);

    private static Value Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return NullValue.Instance;
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException error)
        {
            throw new IntrinsicException(error.Message);
        }
    }

    private static Value Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // RFC 4122, version 4; Guid keeps this byte little-endian
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString("D", CultureInfo.InvariantCulture);
    }
}
