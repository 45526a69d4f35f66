using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class UseUtcTimeTests
{
    [Theory]
    [InlineData("var now = DateTimeOffset.Now;", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("var now = DateTime.UtcNow;", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("DateTime now = System.DateTime.UtcNow;", "DateTimeOffset now = DateTimeOffset.UtcNow;")]
    public Task The_clock_is_read_in_UTC(string before, string after) =>
        MendsAsync<UseUtcTime>(Workflow($"{before}\nreturn $\"{{now:u}}\";", "string"), Workflow($"{after}\nreturn $\"{{now:u}}\";", "string"));

    [Fact]
    public Task A_time_is_written_in_UTC() => MendsAsync<UseUtcTime>(
        Workflow("var later = DateTimeOffset.Parse(text, null);\nreturn $\"{later:yyyy-MM-dd}\";", "string"),
        Workflow("var later = DateTimeOffset.Parse(text, null);\nreturn $\"{later.ToUniversalTime():yyyy-MM-dd}\";", "string"));
}
