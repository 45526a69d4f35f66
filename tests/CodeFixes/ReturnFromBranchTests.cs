using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class ReturnFromBranchTests
{
    [Fact]
    public Task A_sum_is_added_behind_the_map() => MendsAsync<ReturnFromBranch>(
        Workflow("""
            var total = 0;
            await Task.WhenAll(new[] { 1, 2 }.Select(async i =>
            {
                var doubled = await numbers.DoubleAsync(i);
                total += doubled;
            }));
            return total;
            """),
        Workflow("""
            var total = 0;
            var totals = await Task.WhenAll(new[] { 1, 2 }.Select(async i =>
            {
                var doubled = await numbers.DoubleAsync(i);
                return doubled;
            }));
            total += totals.Sum();
            return total;
            """));

    [Fact]
    public Task Collected_items_are_appended_behind_the_map() => MendsAsync<ReturnFromBranch>(
        Workflow("""
            int[] found = [];
            await Task.WhenAll(new[] { 1, 2 }.Select(async i =>
            {
                var doubled = await numbers.DoubleAsync(i);
                found = [.. found, doubled];
            }));
            return found.Length;
            """),
        Workflow("""
            int[] found = [];
            var founds = await Task.WhenAll(new[] { 1, 2 }.Select(async i =>
            {
                var doubled = await numbers.DoubleAsync(i);
                return doubled;
            }));
            found = [.. found, .. founds];
            return found.Length;
            """));

    [Fact]
    public Task The_last_of_several_is_nobodys_guess() => OffersNothingAsync<ReturnFromBranch>(
        Workflow("var last = 0;\nawait Task.WhenAll(new[] { 1 }.Select(async i => { await numbers.NoteAsync(\"\"); last = i; }));\nreturn last;"));
}
