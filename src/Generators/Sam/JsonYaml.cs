using Aot.Generators.Asl;

namespace Aot.Generators.Sam;

/// <summary>Writes JSON that an author wrote in an attribute, such as an event pattern, as a piece of the template.</summary>
internal static class JsonYaml
{
    /// <summary>Null where the text is not one JSON value; <paramref name="problem"/> then says what was found where.</summary>
    public static Yaml? Read(string text, out string problem) => JsonReader.Read(text, out problem) is { } value ? Of(value) : null;

    // YAML reads JSON's numbers and words as they are.
    private static Yaml Of(JsonValue value) => value switch
    {
        JsonMembers @object => new YamlMapping(@object.Members.Select(m => new YamlEntry(m.Name, Of(m.Value))).ToEquatableArray()),
        JsonItems array => new YamlSequence(array.Items.Select(Of).ToEquatableArray()),
        JsonWord text => Yaml.Text(text.Text),
        _ => new YamlScalar(((JsonLiteral)value).Written),
    };
}
