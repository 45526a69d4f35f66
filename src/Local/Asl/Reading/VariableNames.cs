using System.Globalization;

namespace Aot.Local.Asl.Reading;

/// <summary>Which names variables may have.</summary>
/// <remarks>Step Functions developer guide, "Passing data between states with variables".</remarks>
internal static class VariableNames
{
    private const int MaxLength = 80;

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Problem(string name)
    {
        if (name == "states") return "'states' is reserved: $states holds the state's input, result and context. Choose another variable name";
        if (name.Length is 0 or > MaxLength) return $"A variable name has 1 to {MaxLength} characters";
        if (!IsStart(name[0])) return $"The variable name '{name}' must begin with a letter";
        foreach (var character in name)
        {
            if (!IsPart(character)) return $"The variable name '{name}' must consist of letters, digits and underscores; a part of a variable cannot be assigned";
        }
        return null;
    }

    private static bool IsStart(char character) => char.IsLetter(character) || char.IsSurrogate(character);

    private static bool IsPart(char character) =>
        IsStart(character) || character == '_' || char.IsDigit(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
