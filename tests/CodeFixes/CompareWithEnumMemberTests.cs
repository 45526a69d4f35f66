using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class CompareWithEnumMemberTests
{
    [Theory]
    [InlineData("(int)level == 1", "level == DayOfWeek.Monday")]
    [InlineData("3 != (int)level", "DayOfWeek.Wednesday != level")]
    public Task The_number_becomes_its_member(string before, string after) =>
        MendsAsync<CompareWithEnumMember>(Source(before), Source(after));

    [Theory]
    [InlineData("(int)level > 1")]
    [InlineData("(int)level == 9")]
    public Task Order_and_strange_numbers_are_the_authors(string condition) => OffersNothingAsync<CompareWithEnumMember>(Source(condition));

    private static string Source(string condition) => $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<bool> RunAsync(DayOfWeek level)
            {
                await numbers.NoteAsync("");
                return {{condition}};
            }
        }
        """;
}
