using Aot.Generators.Ir.Expressions;
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

        Compare(snippet, outcome);
    }

    /// <summary>Checks that the JSONata of an expression means what the C# means, however it is written.</summary>
    public static void Same(string locals, string expression, string outcome)
    {
        var snippet = new Snippet(expression, locals);
        Assert.DoesNotContain(snippet.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);

        Compare(snippet, outcome);
    }

    private static void Compare(Snippet snippet, string outcome)
    {
        var expression = JsonataWriter.Expression(snippet.Expr);
        if (!snippet.Expr.Descendants().Any(e => e is JsonataTextExpr))
            Assert.Empty(Invariants.Invariants.Of(expression));

        var run = Run(snippet);
        Assert.Equal(outcome, run.Native);
        Assert.All(run.Written, w => Assert.True(outcome == w, $"{w} of {expression}"));
        Assert.All(run.Templates, t => Assert.Equal(outcome, t));
        Assert.All(run.Oracle, o => Assert.True(outcome == o, $"{o} of {expression} in npm's jsonata"));
    }

    /// <summary>Outcomes of the C#, of the expression, of its template, and of npm's jsonata: once with null members written and once with them absent.</summary>
    public static (string Native, string[] Written, string[] Templates, string[] Oracle) Run(Snippet snippet)
    {
        var (run, locals) = snippet.Load();
        var variables = new[] { true, false }.Select(writesNulls => Bind(snippet, locals, writesNulls)).ToArray();
        var expression = JsonataWriter.Expression(snippet.Expr);
        var template = JsonataWriter.Template(snippet.Expr);
        return (
            Native(run),
            [.. variables.Select(v => Evaluate(expression, v))],
            [.. variables.Select(v => Evaluate(template, v))],
            Oracle.Instance is { } oracle ? [.. variables.Select(v => oracle.Evaluate(expression, v))] : []);
    }

    private static Dictionary<string, string> Bind(Snippet snippet, IReadOnlyDictionary<string, object?> locals, bool writesNulls)
    {
        var variables = locals.ToDictionary(l => l.Key, l => Wire.Json(l.Value, writesNulls));
        foreach (var (name, value) in snippet.Declared)
            variables[name] = Evaluate(JsonataWriter.Expression(value), variables);
        return variables;
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

    private static string Evaluate(string jsonata, Dictionary<string, string> variables)
    {
        var bindings = new Bindings { Clock = new StoppedClock() };
        foreach (var (name, json) in variables)
            bindings[name] = Value.Parse(json);
        var expression = StepFunctionsOverlay.Parse(jsonata); // text that is no JSONata is a fault of the writer, not an outcome
        try
        {
            return expression.Evaluate(new ObjectValue(), bindings, EvaluationLimits.Default) is { } value ? Canonical(value.ToJson()) : Failure;
        }
        catch (JsonataException)
        {
            return Failure;
        }
    }

    private static string Evaluate(JsonText template, Dictionary<string, string> bindings)
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
