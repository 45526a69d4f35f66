using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata;

/// <summary>What Step Functions adds to JSONata 2.0.6, takes away from it and does differently; all of it stands in this file.</summary>
/// <remarks>
/// The input of an evaluation is undefined; data comes as <c>$states</c> and the workflow's variables, both in the bindings.
/// The operators <c>??</c> and <c>?:</c> of later versions are syntax errors here as they are there.
/// Sources: Step Functions developer guide, "Transforming data with JSONata", and recorded executions.
/// </remarks>
internal static class StepFunctionsOverlay
{
    private const string Eval = "eval";
    private const double MostItems = 1e7;

    private static readonly Library Functions = Library.Standard.With(
        changed:
        [
            new("partition", "<an:a<a>>", 2, (a, _, frame) => a[0] is ArrayValue items && a[1] is NumberValue size ? Partition(items, size.Number, frame.Run) : null),
            new("range", "<nnn?:a<n>>", 3, (a, _, frame) => Range(a[0], a[1], a[2], frame.Run)),
            new("hash", "<s-s:s>", 2, (a, _, _) => a[0] is StringValue text && a[1] is StringValue algorithm ? Hash(text.Text, algorithm) : null),
            new("random", "<n?:n>", 1, (a, _, frame) => a[0] is NumberValue seed ? Random(seed.Number) : frame.Run.Bindings.Random.NextDouble()),
            new("uuid", "<:s>", 0, (_, _, frame) => Uuid(frame.Run.Bindings.Random)),
            new("parse", "<s-:x>", 1, (a, _, _) => a[0] is StringValue text ? Parse(text) : null),
            new("count", "<x:n>", 1, (a, _, _) => Count(a[0])),
            new("decodeUrlComponent", "<s-:s>", 1, (a, context, frame) => DecodeUrlComponent(a[0], context, frame)),
        ],
        removed: new HashSet<string> { Eval });

    /// <exception cref="JsonataException">The text is not an expression, or not one that Step Functions takes (S…).</exception>
    public static Expression Parse(string source)
    {
        var expression = Expression.Parse(source, Functions);
        if (expression.FreeVariables.Contains(Eval))
            throw new JsonataException("S0500") { Token = Eval, Detail = "the function $eval; read JSON with $parse" };
        return expression;
    }

    // Chunks of the given size, the last one maybe smaller; of an empty array, or of chunks of nothing, nothing.
    private static ArrayValue? Partition(ArrayValue items, double givenSize, Run run)
    {
        var size = Math.Truncate(givenSize);
        if (items.Count == 0 || !(size >= 1))
            return null;
        run.Spend(items.Count);
        var length = (int)Math.Min(size, items.Count);
        var chunks = new ArrayValue((items.Count + length - 1) / length);
        for (var start = 0; start < items.Count; start += length)
            chunks.Add(new ArrayValue(items.Items.Slice(start, Math.Min(length, items.Count - start))));
        return chunks;
    }

    // Both ends included, if the steps meet the last. A range of one number is that number, one that goes nowhere is nothing.
    private static ArrayValue? Range(Value? firstValue, Value? lastValue, Value? stepValue, Run run)
    {
        if (firstValue is not NumberValue { Number: var givenFirst } || lastValue is not NumberValue { Number: var givenLast } || stepValue is not NumberValue { Number: var givenStep })
            return null;
        var (first, last, step) = (Math.Truncate(givenFirst), Math.Truncate(givenLast), Math.Truncate(givenStep));
        if (step == 0)
            return null;
        var count = Math.Floor((last - first) / step) + 1;
        if (!(count <= MostItems))
            throw new JsonataException("D2014") { Value = NumberValue.Of(count) };
        var numbers = Sequences.New();
        run.Spend((long)Math.Max(0, count));
        for (var i = 0; i < count; i++)
        {
            run.Tick();
            numbers.Add(NumberValue.Of(first + i * step));
        }
        return numbers;
    }

    private static string Hash(string text, StringValue algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Convert.ToHexStringLower(algorithm.Text switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => throw Refuse($"$hash knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512, not {algorithm.ToJson()}"),
        });
    }

    // The same number for the same seed, though not the number that the service's own generator gives.
    private static double Random(double seed) => new Random(seed.GetHashCode()).NextDouble();

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // version 4
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // variant of RFC 9562
        return new Guid(bytes, bigEndian: true).ToString();
    }

    // Takes single quotes, and refuses members of one name.
    private static Value Parse(StringValue text)
    {
        try
        {
            return JsonReader.ReadLiberally(text.Text);
        }
        catch (JsonFormatException error)
        {
            throw Refuse($"The text given to $parse is not JSON. {error.Message}");
        }
    }

    private static Value Count(Value? value) => value switch
    {
        null or NullValue => 0,
        ArrayValue items => items.Count,
        _ => 1,
    };

    private static Value? DecodeUrlComponent(Value? text, Value? context, Frame frame) =>
        text is StringValue encoded && Library.Standard.Find("decodeUrlComponent") is FunctionValue decode
            ? decode.Call([new StringValue(encoded.Text.Replace('+', ' '))], context, frame)
            : null;

    // What JSONata has no code for fails as $error does, with the text as the whole message.
    private static JsonataException Refuse(string problem) => new("D3137") { Detail = problem };
}
