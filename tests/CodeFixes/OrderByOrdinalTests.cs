using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class OrderByOrdinalTests
{
    [Theory]
    [InlineData("OrderBy(t => t)", "OrderBy(t => t, StringComparer.Ordinal)")]
    [InlineData("OrderByDescending(t => t, StringComparer.CurrentCulture)", "OrderByDescending(t => t, StringComparer.Ordinal)")]
    [InlineData("OrderBy(t => t.Length).ThenBy(t => t)", "OrderBy(t => t.Length).ThenBy(t => t, StringComparer.Ordinal)")]
    [InlineData("Order()", "Order(StringComparer.Ordinal)")]
    public Task The_comparer_is_passed(string before, string after) =>
        MendsAsync<OrderByOrdinal>(Workflow($"string[] texts = [text, \"a\"];\nreturn texts.{before}.ToArray();", "string[]"), Workflow($"string[] texts = [text, \"a\"];\nreturn texts.{after}.ToArray();", "string[]"));
}
