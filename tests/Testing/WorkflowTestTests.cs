using System.Reflection;
using System.Text.RegularExpressions;
using Aot.Authoring;
using Aot.Runtime;

namespace Aot.Testing.Tests;

public sealed partial class WorkflowTestTests
{
    [Fact]
    public void Both_kinds_of_runs_see_the_same_calls_with_their_arguments()
    {
        var native = WorkflowTest.RunNative<Rounds>(3, new Counter());
        var machine = WorkflowTest.RunAsl<Rounds>(3, new Counter());

        Assert.Equal(6, native.Result<int>());
        Assert.Equal(6, machine.Result<int>());
        Assert.Equal([0, 1, 2], machine.Calls.Select(call => call.Argument<int>("value")));
        Assert.Equal(native.Calls.Select(call => call.ToString()), machine.Calls.Select(call => call.ToString()));
    }

    [Fact]
    public void A_failure_is_a_run_with_the_errors_name_and_message()
    {
        var run = WorkflowTest.RunBoth<Rounds>(-1, () => [new Counter()]);

        Assert.False(run.Succeeded);
        Assert.Equal(("CardExpiredException", "below zero"), (run.Error, run.Message));
    }

    [Fact]
    public void A_difference_names_the_first_call_that_differs()
    {
        var runs = 0;

        var mismatch = Assert.Throws<WorkflowMismatchException>(() => WorkflowTest.RunBoth<Rounds>(1, () => [new Counter { Step = ++runs }]));

        Assert.Contains("C#  returns 2\n  ASL returns 3", mismatch.Message);
    }

    [Fact]
    public void A_missing_dependency_is_named() =>
        Assert.Contains("'Rounds' needs a 'Counter'", Assert.Throws<ArgumentException>(() => WorkflowTest.RunAsl<Rounds>(1)).Message);

    [Fact]
    public void Branches_may_call_in_any_order()
    {
        var run = WorkflowTest.RunBoth<Spread>(new[] { 3, 1, 2 }, () => [new Counter()]);

        Assert.Equal([4, 2, 3], run.Result<int[]>()!);
    }

    [Fact]
    public void The_example_of_the_documentation_is_the_one_that_runs_here()
    {
        var root = typeof(WorkflowTestTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs", "authoring.md"));
        var example = Snippet().Matches(page[page.IndexOf("\n## Testing", StringComparison.Ordinal)..]).Select(match => match.Groups["code"].Value.Trim());
        var sources = File.ReadAllText(Path.Combine(root, "tests", "Testing", "Refunds.cs")) + File.ReadAllText(Path.Combine(root, "tests", "Testing", "RefundsTests.cs"));

        Assert.All(example, code => Assert.Contains(code, sources));
        Assert.NotEmpty(example);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}

public class Counter
{
    public int Step { get; init; } = 1;

    [LambdaFunction]
    public virtual Task<int> NextAsync(int value) => value < 0 ? throw new CardExpiredException("below zero") : Task.FromResult(value + Step);
}

[StateMachine]
public sealed partial class Rounds(Counter counter)
{
    public async Task<int> RunAsync(int rounds)
    {
        if (rounds < 0)
        {
            await counter.NextAsync(rounds);
        }

        var sum = 0;
        for (var round = 0; round < rounds; round++)
        {
            var next = await counter.NextAsync(round);
            sum += next;
        }

        return sum + (rounds == 1 ? 1 : 0);
    }
}

[StateMachine]
public sealed partial class Spread(Counter counter)
{
    public async Task<int[]> RunAsync(int[] values) => await Task.WhenAll(values.Select(async value => await counter.NextAsync(value)));
}
