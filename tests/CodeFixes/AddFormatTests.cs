using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class AddFormatTests
{
    [Theory]
    [InlineData("double value = n;", "$\"{value} °C\"", "$\"{value:F2} °C\"")]
    [InlineData("double value = n;", "\"at \" + value", "\"at \" + $\"{value:F2}\"")]
    [InlineData("var value = DateTimeOffset.UtcNow;", "$\"at {value}\"", "$\"at {value:u}\"")]
    public Task A_format_is_added(string declaration, string before, string after) =>
        MendsAsync<AddFormat>(Workflow($"{declaration}\nreturn {before};", "string"), Workflow($"{declaration}\nreturn {after};", "string"));

    [Fact]
    public Task All_formats_are_added_at_once() => MendsAllAsync<AddFormat>(
        Workflow("double a = n;\ndouble b = n;\nreturn $\"{a} {b}\";", "string"), Workflow("double a = n;\ndouble b = n;\nreturn $\"{a:F2} {b:F2}\";", "string"));

    [Fact]
    public Task An_array_is_the_authors_to_write() => OffersNothingAsync<AddFormat>(Workflow("int[] xs = [n];\nreturn $\"{xs}\";", "string"));
}
