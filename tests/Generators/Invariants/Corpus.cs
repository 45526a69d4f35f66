using System.Collections;
using System.Text.Json.Nodes;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Invariants;

/// <summary>Every definition that the compiler wrote: those of the cases and of the shipped workflows.</summary>
internal static class Corpus
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(CaseFolder.Root, "..", ".."));

    /// <summary>Definitions by their path in the repository.</summary>
    public static TheoryData<string> Definitions => new(
        Directory.GetFiles(CaseFolder.Root, "machine.asl.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(_root, "src", "StateMachines"), "*.asl.json", SearchOption.AllDirectories).Where(p => !p.Contains("/bin/") && !p.Contains("/obj/")))
            .Select(p => Path.GetRelativePath(_root, p))
            .Order(StringComparer.Ordinal));

    public static JsonNode Read(string definition) => JsonNode.Parse(File.ReadAllText(Path.Combine(_root, definition)))!;

    /// <summary>The C# of a case's definition, or null.</summary>
    public static string? Source(string definition)
    {
        var file = Path.Combine(_root, Path.GetDirectoryName(definition)!, "workflow.cs");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The expressions of a definition: the field of the state they stand in, and the text between <c>{%</c> and <c>%}</c>.</summary>
    public static IEnumerable<(string Field, string Text)> Expressions(JsonNode? node, string field = "")
    {
        switch (node)
        {
            case JsonObject members:
                return members.SelectMany(m => Expressions(m.Value, IsField(m.Key) && field != "Arguments" ? m.Key : field));
            case JsonArray items:
                return items.SelectMany(i => Expressions(i, field));
            case JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith("{%", StringComparison.Ordinal) && text.EndsWith("%}", StringComparison.Ordinal):
                return [(field, text[2..^2].Trim())];
            default:
                return [];
        }
    }

    /// <summary>Every expression in what the compiler read, found by looking into its records.</summary>
    public static IEnumerable<Expr> Read(object? part)
    {
        if (part is Expr expr)
            return expr.Descendants();
        if (part is IEnumerable parts and not string)
            return parts.Cast<object?>().SelectMany(Read);
        return part?.GetType().Namespace?.StartsWith("Aot.Generators", StringComparison.Ordinal) == true && !part.GetType().IsEnum
            ? part.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.GetMethod is { IsStatic: false }).SelectMany(p => Read(p.GetValue(part)))
            : [];
    }

    private static bool IsField(string name) => name is "Assign" or "Arguments" or "Output" or "Condition" or "Items" or "ItemSelector" or "Seconds" or "Cause" or "Error" or "Timestamp";
}
