namespace Aot.CodeFixes.Tests;

public sealed class DelayByClockTests
{
    [Theory]
    [InlineData("Numbers numbers", "Numbers numbers, TimeProvider time", "time")]
    [InlineData("Numbers numbers, TimeProvider clock", "Numbers numbers, TimeProvider clock", "clock")]
    public Task The_delay_takes_a_clock(string before, string after, string clock) =>
        FixTest.MendsAsync<DelayByClock>(Source(before, "TimeSpan.FromSeconds(n)"), Source(after, $"TimeSpan.FromSeconds(n), {clock}"));

    private static string Source(string dependencies, string arguments) => $$"""
        [StateMachine]
        public sealed partial class Workflow({{dependencies}})
        {
            public async Task RunAsync(int n)
            {
                await Task.Delay({{arguments}});
                await numbers.NoteAsync("");
            }
        }
        """;
}
