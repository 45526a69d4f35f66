using System.Globalization;
using Aot.Generators.Asl;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;
using Aot.Generators.Jsonata.Source;

namespace Aot.Generators.Reading;

/// <summary>Reads a field of a raw state as an expression over the method's argument, so that it moves and merges like what C# says.</summary>
/// <param name="newBound">A fresh variable of an expression.</param>
/// <param name="input">The argument, <c>$states.input</c> of the text.</param>
/// <param name="isOutput">True for <c>Output</c>, whose parts other expressions may use.</param>
/// <param name="isResult">True for the <c>Output</c> of a task, which may read <c>$states.result</c>.</param>
internal sealed class RawTemplate(Func<string, JsonType, BoundExpr> newBound, Expr input, bool isOutput, bool isResult)
{
    private static readonly HashSet<string> _volatileFunctions = ["now", "millis", "random", "uuid"];

    /// <summary>The first thing that is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <param name="json">The field.</param>
    /// <param name="type">Type of the value, where C# knows it.</param>
    public Expr Read(JsonValue json, JsonType? type = null) => json switch
    {
        JsonMembers @object => new ObjectExpr(
            @object.Members.Select(m => new ObjectMember(m.Name, Read(m.Value, type?.Members.FirstOrDefault(t => t.Name == m.Name)?.Type))).ToEquatableArray(),
            type is { Kind: JsonKind.Object } ? type.NotNull() : JsonType.Object("", [])),
        JsonItems array => new ArrayExpr(
            array.Items.Select(i => new ArrayItem(Read(i, type?.Element))).ToEquatableArray(), type is { Kind: JsonKind.Array } ? type.NotNull() : JsonType.Array(JsonType.Any)),
        JsonWord { Text: ['{', '%', ..] text } when text.EndsWith("%}", StringComparison.Ordinal) => ReadExpression(text.Substring(2, text.Length - 4).Trim(), type ?? JsonType.Any),
        JsonWord word => ReadText(word.Text),
        _ => ReadLiteral(((JsonLiteral)json).Written),
    };

    // queue/${JobQueue.QueueName}  ──▶  'queue/' & '${JobQueueQueueName}'
    private static Expr ReadText(string text)
    {
        var parts = Placeholders.Parts(text).ToArray();
        return parts.Length == 0
            ? ConstantExpr.Of("")
            : parts.Aggregate((left, right) => new BinaryExpr(BinaryOperator.Concat, left, right, JsonType.String));
    }

    private static ConstantExpr ReadLiteral(string written) => written switch
    {
        "null" => ConstantExpr.Null,
        "true" or "false" => ConstantExpr.Of(written == "true"),
        _ when long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => ConstantExpr.Of(whole),
        _ => ConstantExpr.Of(double.Parse(written, CultureInfo.InvariantCulture)),
    };

    private Expr ReadExpression(string text, JsonType type)
    {
        JsonataSource source;
        try
        {
            source = JsonataParser.Parse(text);
        }
        catch (JsonataSourceException problem)
        {
            return Fault($"'{text}' is no JSONata at position {problem.Position}: {problem.Message}");
        }

        if (source.Free.FirstOrDefault(t => t.Text == "eval" || !JsonataNames.IsReserved(t.Text)) is { } unknown)
            return Fault($"'${unknown.Text}' is not known there; an expression reads the method's argument as '$states.input' and no variable of the workflow");
        if (source.BoundNames.Contains("states"))
            return Fault("'$states' is the service's own name; bind another");

        var argument = newBound("input", input.Type);
        var own = source.BoundNames.OrderBy(n => n, StringComparer.Ordinal).ToDictionary(n => n, n => newBound(n, JsonType.Any), StringComparer.Ordinal);
        var pieces = Pieces(source, own, argument);
        var form = type.Kind != JsonKind.Array || source.IsArray ? source.IsPrimary || !isOutput ? TextForm.Operand : TextForm.Expression
            : type.Element is { Kind: JsonKind.Array or JsonKind.Tuple or JsonKind.Any or JsonKind.Unknown } ? TextForm.Arrays
            : TextForm.Items;
        var isVolatile = source.Free.Any(t => _volatileFunctions.Contains(t.Text));
        var read = new JsonataTextExpr(pieces.ToEquatableArray(), own.Values.ToEquatableArray(), form, isVolatile, type.Kind == JsonKind.Array ? type.NotNull() : type);
        return read.CountUses(argument) > 0 ? new LetExpr(argument, input, read) : read;
    }

    private List<TextPiece> Pieces(JsonataSource source, Dictionary<string, BoundExpr> own, BoundExpr argument)
    {
        var pieces = new List<TextPiece>();
        var cut = source.Pieces().ToArray();
        var text = cut[0].Text;
        for (var index = 0; index < cut.Length - 1; index++)
        {
            var variable = cut[index].Variable!;
            var (value, rest) = Meaning(variable, cut[index + 1].Text, own, argument);
            pieces.Add(value is null ? new TextPiece($"{text}${variable}", null) : new TextPiece(text, value));
            text = rest;
        }

        pieces.Add(new TextPiece(text, null));
        return pieces;
    }

    // $states.input and $states.result are what stands for them here; what else $states holds, and functions, stay as they are.
    private (Expr? Value, string Behind) Meaning(string variable, string behind, Dictionary<string, BoundExpr> own, BoundExpr argument)
    {
        if (own.TryGetValue(variable, out var bound))
            return (bound, behind);
        if (variable != "states" || After(behind, ".context") is not null)
            return (null, behind);
        if (After(behind, ".input") is { } behindInput)
            return Argument(behindInput, argument);
        if (isResult && After(behind, ".result") is { } behindResult)
            return (new TaskResultExpr(JsonType.Any), behindResult);
        Problem ??= $"'$states{behind}' is not there; an expression reads $states.input and $states.context, the Output of a task also $states.result";
        return (null, behind);
    }

    // With several parameters $states.input.name is an argument itself.
    private (Expr Value, string Behind) Argument(string behind, BoundExpr argument)
    {
        foreach (var member in (input as ObjectExpr)?.Members ?? [])
        {
            if (After(behind, "." + member.Name) is { } behindMember)
                return (member.Value, behindMember);
        }

        return (argument, behind);
    }

    // What stands behind a member's name; null where another name stands there.
    private static string? After(string text, string member) =>
        text.StartsWith(member, StringComparison.Ordinal) && (text.Length == member.Length || !(char.IsLetterOrDigit(text[member.Length]) || text[member.Length] == '_'))
            ? text.Substring(member.Length)
            : null;

    private InvalidExpr Fault(string problem)
    {
        Problem ??= problem;
        return new InvalidExpr();
    }
}
