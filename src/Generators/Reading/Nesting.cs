namespace Aot.Generators.Reading;

/// <summary>How deep code may be nested. Every pass recurses, and editors analyze on threads whose stack ends after some thousand calls.</summary>
internal static class Nesting
{
    /// <summary>Levels of expressions, and of statements; C# itself gives up at about a thousand.</summary>
    public const int MaxLevels = 200;
}
