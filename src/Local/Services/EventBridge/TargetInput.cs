using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge;

/// <summary>What a target gets of an event: all of it, a part, a constant, or a filled-in template.</summary>
internal sealed class TargetInput
{
    private readonly Func<ObjectValue, Rule, Value> _read;

    private TargetInput(Func<ObjectValue, Rule, Value> read) => _read = read;

    /// <exception cref="ServiceException">ValidationException: more than one form, or a malformed one.</exception>
    public static TargetInput Parse(ServiceRequest target)
    {
        if (new[] { "Input", "InputPath", "InputTransformer" }.Count(target.Has) > 1)
            throw RequestErrors.Validation($"Only one of Input, InputPath, or InputTransformer must be provided for target {target.Text("Id")}.");
        if (target.Text("Input") is { } constant)
        {
            var value = ParseJson(constant) ?? throw RequestErrors.Validation($"JSON syntax error in input for target {target.Text("Id")}");
            return new TargetInput((_, _) => value);
        }
        if (target.Text("InputPath") is { } text)
        {
            var path = EventPath.Parse(text);
            return new TargetInput((@event, _) => path.In(@event) ?? NullValue.Instance);
        }
        if (target.Structure("InputTransformer") is not { } transformer)
            return new TargetInput((@event, _) => @event);
        var template = transformer.RequiredText("InputTemplate");
        var paths = transformer.TextMap("InputPathsMap").ToDictionary(entry => entry.Key, entry => EventPath.Parse(entry.Value), StringComparer.Ordinal);
        return new TargetInput((@event, rule) => Fill(template, name => Variable(name, @event, rule, paths)));
    }

    public Value Read(ObjectValue @event, Rule rule) => _read(@event, rule);

    // {"job": <id>, "text": "job <id> of <who>"}  ──▶  {"job": 7, "text": "job 7 of \"ann\""}
    // Outside quotes a variable stands for its JSON, inside them for its text. A variable whose path leads nowhere is null, or no text.
    private static Value Fill(string template, Func<string, (bool IsKnown, Value? Value)> variable)
    {
        var filled = new StringBuilder(template.Length);
        var isQuoted = false;
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            if (character == '\\' && isQuoted && i + 1 < template.Length)
            {
                filled.Append(character).Append(template[++i]);
                continue;
            }
            if (character == '"')
                isQuoted = !isQuoted;
            var end = character == '<' ? template.IndexOf('>', i) : -1;
            if (end < 0 || variable(template[(i + 1)..end]) is not { IsKnown: true } found)
            {
                filled.Append(character);
                continue;
            }
            filled.Append(isQuoted ? QuotedText(found.Value) : (found.Value ?? NullValue.Instance).ToJson());
            i = end;
        }
        return ParseJson(filled.ToString()) ?? Shape.From(filled.ToString());
    }

    private static string QuotedText(Value? value) => value switch
    {
        null => "",
        StringValue => value.ToJson()[1..^1],
        _ => Shape.From(value.ToJson()).ToJson()[1..^1],
    };

    private static (bool IsKnown, Value? Value) Variable(string name, ObjectValue @event, Rule rule, Dictionary<string, EventPath> paths) => name switch
    {
        "aws.events.rule-arn" => (true, Shape.From(rule.Arn)),
        "aws.events.rule-name" => (true, Shape.From(rule.Name)),
        "aws.events.event.ingestion-time" => (true, @event["time"]),
        "aws.events.event.json" => (true, @event),
        "aws.events.event" => (true, new ObjectValue(@event.Where(member => member.Key != "detail"))),
        _ => paths.TryGetValue(name, out var path) ? (true, path.In(@event)) : (false, null),
    };

    private static Value? ParseJson(string text)
    {
        try
        {
            return Value.Parse(text);
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
