using System.Text;
using Aot.Local.Lambda;

namespace Aot.Local.Tests.Lambda;

public sealed class RuntimeSessionTests : IDisposable
{
    private readonly FakeClock _time = new();
    private readonly RuntimeSession _session;
    private int _idle;
    private int _killed;

    public RuntimeSessionTests() => _session = new RuntimeSession(TestFunction.Of("Echo", TimeSpan.FromSeconds(30)), _time, () => _idle++, () => _killed++);

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task The_deadline_is_the_functions_timeout_after_delivery()
    {
        _ = _session.InvokeAsync(TestFunction.Event("1"));
        _time.Advance(TimeSpan.FromSeconds(5));

        var delivery = await _session.NextAsync(CancellationToken.None);

        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(30), delivery.Deadline);
    }

    [Fact]
    public async Task Initialization_may_take_ten_seconds_and_no_longer()
    {
        var result = _session.InvokeAsync(TestFunction.Event("1"));

        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(result.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.EndsWith("Task timed out after 10.00 seconds\"}", Encoding.UTF8.GetString((await result).Payload));
        Assert.Equal(1, _killed);
    }

    [Fact]
    public async Task A_process_that_goes_on_after_its_response_is_killed_at_the_deadline_and_the_result_stands()
    {
        var result = _session.InvokeAsync(TestFunction.Event("1"));
        var delivery = await _session.NextAsync(CancellationToken.None);
        Assert.True(_session.Complete(delivery.Invocation.RequestId, "42"u8.ToArray()));

        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.False((await result).IsError);
        Assert.Equal(1, _killed);
    }

    [Fact]
    public async Task A_process_between_two_events_may_wait_for_ever()
    {
        var result = _session.InvokeAsync(TestFunction.Event("1"));
        var delivery = await _session.NextAsync(CancellationToken.None);
        _session.Complete(delivery.Invocation.RequestId, "42"u8.ToArray());
        _ = _session.NextAsync(CancellationToken.None);

        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((1, 0), (_idle, _killed));
        Assert.Contains("REPORT", await (await result).LogTail);
    }

    [Fact]
    public async Task A_second_response_to_the_same_event_is_refused()
    {
        _ = _session.InvokeAsync(TestFunction.Event("1"));
        var delivery = await _session.NextAsync(CancellationToken.None);

        Assert.True(_session.Complete(delivery.Invocation.RequestId, "1"u8.ToArray()));
        Assert.False(_session.Fail(delivery.Invocation.RequestId, "{}"u8.ToArray()));
    }

    [Fact]
    public async Task Initialization_cannot_fail_after_the_first_event()
    {
        _ = _session.InvokeAsync(TestFunction.Event("1"));
        await _session.NextAsync(CancellationToken.None);

        Assert.False(_session.FailInit("{}"u8.ToArray()));
    }

    [Fact]
    public async Task An_event_for_a_process_that_is_gone_fails_at_once()
    {
        _session.Exited(1);

        var result = await _session.InvokeAsync(TestFunction.Event("1"));

        Assert.True(result.IsError);
        Assert.True(result.LogTail.IsCompleted);
    }

    [Theory]
    [InlineData(0, "Runtime exited without providing a reason")]
    [InlineData(1, "exit status 1")]
    [InlineData(137, "signal: killed")]
    [InlineData(139, "signal: segmentation fault")]
    public async Task The_exit_error_says_how_the_process_ended(int exitCode, string expected)
    {
        var result = _session.InvokeAsync(TestFunction.Event("1"));
        await _session.NextAsync(CancellationToken.None);

        _session.Exited(exitCode);

        Assert.Contains(expected, Encoding.UTF8.GetString((await result).Payload));
    }
}
