namespace Aot.CodeFixes.Tests;

public sealed class CatchInScopeTests
{
    private const string Statements = """
                        await numbers.NoteAsync(text);
                        if (int.Parse(text) > 3)
                            await numbers.NoteAsync("big");
        """;

    [Theory]
    [InlineData("Numbers numbers, Flow wf")]
    [InlineData("Numbers numbers")]
    public Task The_block_becomes_a_scope(string dependencies) => FixTest.MendsAsync<CatchInScope>(
        Source(dependencies, Statements.Replace("                ", "            ", StringComparison.Ordinal)),
        Source("Numbers numbers, Flow wf", $"            await wf.ScopeAsync(async () =>\n            {{\n{Statements}\n            }});"));

    [Theory]
    [InlineData("await numbers.NoteAsync(text); if (int.Parse(text) > 3) return;")]
    [InlineData("await numbers.NoteAsync(text); count = int.Parse(text);")]
    public Task What_a_scope_cannot_do_stays(string statements) => FixTest.OffersNothingAsync<CatchInScope>(Source("Numbers numbers, Flow wf", statements));

    private static string Source(string dependencies, string statements) => $$"""
        [StateMachine]
        public sealed partial class Workflow({{dependencies}})
        {
            public async Task RunAsync(string text)
            {
                var count = 0;
                try
                {
        {{statements}}
                }
                catch (Exception)
                {
                    await numbers.NoteAsync($"no number {count}");
                }
            }
        }
        """;
}
