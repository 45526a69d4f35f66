namespace Aot.CodeFixes.Tests;

public sealed class SealExceptionTests
{
    [Fact]
    public Task An_exception_without_children_is_sealed() => FixTest.MendsAsync<SealException>(Source("public class", "LostException"), Source("public sealed class", "LostException"));

    [Fact]
    public Task One_with_children_stays_open() => FixTest.OffersNothingAsync<SealException>(Source("public class", "OddException"));

    private static string Source(string declaration, string caught) => $$"""
        /// <summary>Gone.</summary>
        {{declaration}} LostException(string message) : Exception(message);

        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task RunAsync()
            {
                try
                {
                    await numbers.NoteAsync("");
                }
                catch ({{caught}})
                {
                    await numbers.NoteAsync("lost");
                }
            }
        }
        """;
}
