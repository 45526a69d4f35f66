using Aot.Generators.Jsonata;
using Aot.Local.Json;
using Aot.Local.Jsonata;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Expressions;

/// <summary>Runs a snippet as C# and as JSONata. Both times the outcome is the value's JSON, or <see cref="Failure"/>.</summary>
internal static class Meaning
{
    /// <summary>The outcome where C# throws, or the state machine gets an error or no value. What a failure is called differs.</summary>
    public const string Failure = "failure";

    /// <summary>Checks the JSONata of an expression, and that it means what the C# means.</summary>
    /// <param name="locals">Variables: <c>int a = -7; int b = 2;</c>.</param>
    /// <param name="expression">The C#.</param>
    /// <param name="jsonata">What it is written as.</param>
    /// <param name="outcome">What both give.</param>
    public static void Check(string locals, string expression, string jsonata, string outcome)
    {
        var snippet = new Snippet(expression, locals);
        Assert.DoesNotContain(snippet.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(jsonata, JsonataWriter.Expression(snippet.Expr));

        var (native, written, templates) = Run(snippet);
        Assert.Equal(outcome, native);
        Assert.All(written, w => Assert.Equal(outcome, w));
        Assert.All(templates, t => Assert.Equal(outcome, t));
    }

    /// <summary>Outcomes of the C#, of the expression, and of its template: once with null members written and once with them absent.</summary>
    public static (string Native, string[] Written, string[] Templates) Run(Snippet snippet)
    {
        var (run, locals) = snippet.Load();
        var bindings = new[] { true, false }.Select(writesNulls => Bind(snippet, locals, writesNulls)).ToArray();
        return (Native(run), [.. bindings.Select(b => Evaluate(JsonataWriter.Expression(snippet.Expr), b))], [.. bindings.Select(b => Evaluate(JsonataWriter.Template(snippet.Expr), b))]);
    }

    private static Bindings Bind(Snippet snippet, IReadOnlyDictionary<string, object?> locals, bool writesNulls)
    {
        var bindings = new Bindings { Clock = new StoppedClock() };
        foreach (var local in locals)
            bindings[local.Key] = Value.Parse(Wire.Json(local.Value, writesNulls));
        foreach (var (name, value) in snippet.Declared)
            bindings[name] = Value.Parse(Evaluate(JsonataWriter.Expression(value), bindings));
        return bindings;
    }

    private static string Native(Func<object?> run)
    {
        try
        {
            return Canonical(Wire.Json(run()));
        }
        catch (Exception)
        {
            return Failure;
        }
    }

    private static string Evaluate(string jsonata, Bindings bindings)
    {
        var expression = Expression.Parse(jsonata); // text that is no JSONata is a fault of the writer, not an outcome
        try
        {
            return expression.Evaluate(new ObjectValue(), bindings, EvaluationLimits.Default) is { } value ? Canonical(value.ToJson()) : Failure;
        }
        catch (JsonataException)
        {
            return Failure;
        }
    }

    private static string Evaluate(JsonText template, Bindings bindings)
    {
        switch (template)
        {
            case JsonObject literal:
                var properties = literal.Properties.Select(p => (p.Name, Value: Evaluate(p.Value, bindings))).ToList();
                return properties.Exists(p => p.Value == Failure) ? Failure : Canonical($"{{{string.Join(",", properties.Select(p => $"{JsonString.Quote(p.Name)}:{p.Value}"))}}}");
            case JsonArray literal:
                var items = literal.Items.Select(i => Evaluate(i, bindings)).ToList();
                return items.Contains(Failure) ? Failure : $"[{string.Join(",", items)}]";
            default:
                var json = ((JsonScalar)template).Text;
                return Value.Parse(json) is StringValue { Text: ['{', '%', .. var inner, '%', '}'] } ? Evaluate(inner, bindings) : Canonical(json);
        }
    }

    internal static string Canonical(string json) => Sorted(Value.Parse(json)).ToJson();

    private static Value Sorted(Value value) => value switch
    {
        ObjectValue members => new ObjectValue(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        ArrayValue items => new ArrayValue(items.Select(Sorted).ToArray()),
        _ => value,
    };

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_123);
    }
}
