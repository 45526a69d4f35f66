using Aot.Local.Asl.Reading;
using Aot.Local.Json;
using Aot.Local.Jsonata;
using Aot.Local.JsonPath;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Which states of a definition read which variables.</summary>
/// <remarks>API reference, DescribeStateMachine, "variableReferences": states without any are not told; names are ordered; null when no state has any.</remarks>
internal static class VariableReferences
{
    public static ObjectValue? Of(string definition)
    {
        var references = new ObjectValue();
        var machine = (ObjectValue)Value.Parse(definition);
        AddGraph(machine, IsJsonata(machine, inherited: false), references);
        return references.Count > 0 ? references : null;
    }

    private static bool IsJsonata(ObjectValue owner, bool inherited) => owner["QueryLanguage"] is StringValue { Text: var language } ? language == "JSONata" : inherited;

    private static void AddGraph(ObjectValue graph, bool isJsonata, ObjectValue references)
    {
        if (graph["States"] is not ObjectValue states) return;
        foreach (var (name, value) in states)
        {
            if (value is not ObjectValue state) continue;
            var language = IsJsonata(state, isJsonata);
            var read = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var (field, content) in state)
            {
                if (field is "ItemProcessor" or "Iterator" && content is ObjectValue processor) AddGraph(processor, language, references);
                else if (field == "Branches" && content is ArrayValue branches)
                {
                    foreach (var branch in branches.OfType<ObjectValue>()) AddGraph(branch, language, references);
                }
                else AddReads(field, content, language, read);
            }
            if (read.Count > 0) references[name] = Shape.List(read);
        }
    }

    private static void AddReads(string field, Value value, bool isJsonata, SortedSet<string> read)
    {
        switch (value)
        {
            case StringValue { Text: var text }:
                read.UnionWith(isJsonata ? Names(text) : Names(field, text));
                break;
            case ObjectValue members:
                foreach (var (name, member) in members) AddReads(name, member, isJsonata, read);
                break;
            case ArrayValue items:
                foreach (var item in items) AddReads(field, item, isJsonata, read);
                break;
        }
    }

    // In JSONata any text can be an expression; in JSONPath the field's name tells.
    private static IEnumerable<string> Names(string text) =>
        TemplateReader.ExpressionIn(text) is { } source ? DefinitionReader.FreeVariables(StepFunctionsOverlay.Parse(source)) : [];

    private static IEnumerable<string> Names(string field, string text)
    {
        var isReference = field.EndsWith(".$", StringComparison.Ordinal) || field == "Variable" || field.EndsWith("Path", StringComparison.Ordinal);
        if (!isReference) return [];
        if (PathExpression.TryParse(text, out var path)) return path.Root == PathRoot.Variable ? [path.Variable!] : [];
        return IntrinsicCall.TryParse(text, out var call) ? Names(call) : [];
    }

    private static IEnumerable<string> Names(IntrinsicCall call) => call.Arguments.SelectMany(argument =>
        argument.Call is { } nested ? Names(nested)
        : argument.Path is { Root: PathRoot.Variable, Variable: { } variable } ? [variable]
        : (IEnumerable<string>)[]);
}
