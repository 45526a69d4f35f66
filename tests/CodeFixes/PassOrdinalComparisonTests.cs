using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class PassOrdinalComparisonTests
{
    [Theory]
    [InlineData("text.StartsWith(\"a\")", "text.StartsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("text.EndsWith(\"a\", StringComparison.CurrentCulture)", "text.EndsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("string.Equals(text, \"a\", StringComparison.InvariantCulture)", "string.Equals(text, \"a\", StringComparison.Ordinal)")]
    [InlineData("text.ToUpper() == \"A\"", "text.ToUpperInvariant() == \"A\"")]
    [InlineData("text.CompareTo(\"a\") < 0", "string.CompareOrdinal(text, \"a\") < 0")]
    [InlineData("string.Compare(text, \"a\") < 0", "string.CompareOrdinal(text, \"a\") < 0")]
    public Task The_culture_goes(string before, string after) =>
        MendsAsync<PassOrdinalComparison>(Workflow($"await numbers.NoteAsync(\"\");\nreturn {before};", "bool"), Workflow($"await numbers.NoteAsync(\"\");\nreturn {after};", "bool"));

    [Fact]
    public Task All_go_at_once() => MendsAllAsync<PassOrdinalComparison>(
        Workflow("await numbers.NoteAsync(text.ToLower());\nreturn text.StartsWith(\"a\") || text.EndsWith(\"b\");", "bool"),
        Workflow("await numbers.NoteAsync(text.ToLowerInvariant());\nreturn text.StartsWith(\"a\", StringComparison.Ordinal) || text.EndsWith(\"b\", StringComparison.Ordinal);", "bool"));

    [Fact]
    public Task Ignoring_case_is_the_authors_to_replace() =>
        OffersNothingAsync<PassOrdinalComparison>(Workflow("return text.StartsWith(\"a\", StringComparison.OrdinalIgnoreCase);", "bool"));
}
