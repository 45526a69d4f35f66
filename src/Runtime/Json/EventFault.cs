using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Aot.Runtime.Json;

/// <summary>Turns what a generated reader stumbled over into the error the caller sees.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventFault
{
    /// <summary>The fault with the path of the value it stands at, found by a second walk, so that a good event pays nothing for it.</summary>
    /// <param name="json">The event.</param>
    /// <param name="position">Offset in bytes of the token the reader stood at.</param>
    /// <param name="fault">What the reader said.</param>
    public static JsonException Create(ReadOnlySpan<byte> json, long position, JsonException fault)
    {
        var path = PathAt(json, position);
        return new JsonException($"The event does not fit its type at {path} (byte {position}): {fault.Message}", path, null, position, fault);
    }

    /// <summary>Path of the innermost value that begins at or before an offset, such as <c>$.items[3].price</c>.</summary>
    internal static string PathAt(ReadOnlySpan<byte> json, long position)
    {
        var steps = new List<Step>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
                Follow(ref reader, steps, isTarget: reader.TokenStartIndex == position);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The text is broken here or before: what was followed so far is the place.
        }

        return Print(steps);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps, bool isTarget)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            steps.RemoveAt(steps.Count - 1);
            return;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            steps[^1] = new Step(reader.GetString(), 0);
            return;
        }

        if (steps is [.., { Name: null } element])
            steps[^1] = new Step(null, element.Index + 1);
        if (isTarget)
            return;
        if (reader.TokenType == JsonTokenType.StartObject)
            steps.Add(new Step("", 0));
        else if (reader.TokenType == JsonTokenType.StartArray)
            steps.Add(new Step(null, -1));
    }

    private static string Print(List<Step> steps)
    {
        var path = new StringBuilder("$");
        foreach (var step in steps)
        {
            if (step.Name is null)
                path.Append('[').Append(Math.Max(step.Index, 0)).Append(']');
            else if (step.Name.Length > 0)
                path.Append('.').Append(step.Name);
        }

        return path.ToString();
    }

    // A member's name, or an element's index when the name is null.
    private readonly record struct Step(string? Name, int Index);
}
