using Aot.Local.Asl.Running;

namespace Aot.Authoring.Tests;

/// <summary>Outside Step Functions, <see cref="Flow"/> does what it says.</summary>
public sealed class FlowTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public async Task A_scope_gives_the_result_of_its_block()
    {
        Assert.Equal(4, await new Flow().ScopeAsync(() => Task.FromResult(4)));
        await Assert.ThrowsAsync<FormatException>(() => new Flow().ScopeAsync(() => throw new FormatException()));
    }

    [Fact]
    public async Task A_delay_ends_at_its_time_however_far_it_is()
    {
        var until = _time.GetUtcNow().AddDays(120);

        var delay = new Flow(_time).DelayUntilAsync(until);
        while (_time.MoveToNextTimer())
        {
        }

        await delay;
        Assert.Equal(until, _time.GetUtcNow());
    }

    [Fact]
    public void A_time_that_has_passed_is_not_waited_for() =>
        Assert.True(new Flow(_time).DelayUntilAsync(_time.GetUtcNow().AddDays(-1)).IsCompletedSuccessfully);

    [Fact]
    public async Task Continuing_as_new_runs_the_workflow_again()
    {
        var flow = new Flow();

        Assert.Equal("3 2 1 0", await RunAsync(3));

        async Task<string> RunAsync(int left) => left == 0 ? "0" : $"{left} {await flow.ContinueAsNewAsync(RunAsync, left - 1)}";
    }
}
