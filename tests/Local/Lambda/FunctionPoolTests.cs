using System.Diagnostics;
using Aot.Local.Json;
using Aot.Local.Lambda;

namespace Aot.Local.Tests.Lambda;

public sealed class FunctionPoolTests
{
    [Fact]
    public async Task The_handlers_result_comes_back()
    {
        await using var pool = Pool("Echo");

        var result = await pool.InvokeAsync(TestFunction.Event("""{"a":[1,2]}"""));

        Assert.False(result.IsError);
        Assert.Equal("""{"a":[1,2]}""", result.Json().ToJson());
    }

    [Fact]
    public async Task An_idle_process_takes_the_next_event()
    {
        await using var pool = Pool("Describe");

        var first = await pool.InvokeAsync(TestFunction.Event("1"));
        await first.LogTail; // the process has asked for its next event
        var second = await pool.InvokeAsync(TestFunction.Event("2"));

        Assert.Equal(Member(first, "pid"), Member(second, "pid"));
    }

    [Fact]
    public async Task Events_at_the_same_time_get_processes_of_their_own()
    {
        await using var pool = Pool("Describe");

        var results = await Task.WhenAll(pool.InvokeAsync(TestFunction.Event("1")), pool.InvokeAsync(TestFunction.Event("2")));

        Assert.NotEqual(Member(results[0], "pid"), Member(results[1], "pid"));
    }

    [Fact]
    public async Task A_process_sees_Lambdas_variables_and_its_functions_and_none_of_the_machines()
    {
        await using var pool = Pool("Describe");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("Describe", Member(result, "_HANDLER"));
        Assert.Equal("Describe", Member(result, "AWS_LAMBDA_FUNCTION_NAME"));
        Assert.Equal("128", Member(result, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
        Assert.Equal("http://127.0.0.1:4566", Member(result, "AWS_ENDPOINT_URL"));
        Assert.Equal("hello", Member(result, "GREETING"));
        Assert.Equal("", Member(result, "USER"));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:Describe", Member(result, "Lambda-Runtime-Invoked-Function-Arn"));
        Assert.StartsWith("Root=1-", Member(result, "Lambda-Runtime-Trace-Id"));
    }

    [Fact]
    public async Task A_handlers_exception_is_an_error_under_its_own_type_and_the_process_goes_on()
    {
        await using var pool = Pool("Throw");

        var first = await pool.InvokeAsync(TestFunction.Event("1"));
        await first.LogTail;
        var second = await pool.InvokeAsync(TestFunction.Event("2"));

        Assert.True(first.IsError && second.IsError);
        Assert.Equal("JobRejectedException", Member(first, "errorType"));
        Assert.Equal(1, pool.ProcessCount);
    }

    [Fact]
    public async Task A_crash_is_an_exit_error_and_the_next_event_gets_a_new_process()
    {
        await using var pool = Pool("Crash");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));
        var again = await pool.InvokeAsync(TestFunction.Event("2"));

        Assert.Equal("Runtime.ExitError", Member(result, "errorType"));
        Assert.EndsWith("Runtime exited with error: exit status 7", Member(result, "errorMessage"));
        Assert.Equal("Runtime.ExitError", Member(again, "errorType"));
    }

    [Fact]
    public async Task A_handler_that_never_answers_is_killed_at_its_timeout()
    {
        await using var pool = Pool("Hang", TimeSpan.FromSeconds(1));

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("Sandbox.Timedout", Member(result, "errorType"));
        Assert.EndsWith("Task timed out after 1.00 seconds", Member(result, "errorMessage"));
    }

    [Fact]
    public async Task A_failed_initialization_reports_what_the_runtime_said()
    {
        await using var pool = Pool("FailInit");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("BadConfiguration", Member(result, "errorType"));
        Assert.Equal("no table name", Member(result, "errorMessage"));
    }

    [Fact]
    public async Task A_process_that_exits_at_its_start_is_an_exit_error()
    {
        await using var pool = Pool("ExitAtStart");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.EndsWith("Runtime exited with error: exit status 3", Member(result, "errorMessage"));
    }

    [Fact]
    public async Task A_missing_bootstrap_is_an_invalid_entrypoint()
    {
        await using var pool = new FunctionPool(TestFunction.Of("Echo") with { Executable = Path.Combine(AppContext.BaseDirectory, "no-such-bootstrap") }, TestFunction.Host());

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("Runtime.InvalidEntrypoint", Member(result, "errorType"));
    }

    [Fact]
    public async Task A_response_to_an_invocation_the_process_does_not_hold_is_refused()
    {
        await using var pool = Pool("WrongId");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("""{"status":400}""", result.Json().ToJson());
    }

    [Fact]
    public async Task A_response_over_six_mebibytes_is_an_error()
    {
        await using var pool = Pool("TooLarge");

        var result = await pool.InvokeAsync(TestFunction.Event("1"));

        Assert.Equal("Function.ResponseSizeTooLarge", Member(result, "errorType"));
    }

    [Fact]
    public async Task The_log_holds_what_the_process_wrote_between_START_and_REPORT()
    {
        await using var pool = Pool("Echo");

        var result = await pool.InvokeAsync(TestFunction.Event("42"));
        var log = await result.LogTail;

        Assert.StartsWith("START RequestId: ", log);
        Assert.Contains("handling 42\n", log);
        Assert.Contains("REPORT RequestId: ", log);
        Assert.Contains("Init Duration: ", log);
    }

    [Fact]
    public async Task Over_its_reserved_concurrency_a_function_is_throttled()
    {
        await using var pool = new FunctionPool(TestFunction.Of("Hang", reservedConcurrency: 1), TestFunction.Host());
        var held = pool.InvokeAsync(TestFunction.Event("1"));

        await Assert.ThrowsAsync<ThrottledException>(() => pool.InvokeAsync(TestFunction.Event("2")));

        await pool.DisposeAsync();
        Assert.True((await held).IsError);
    }

    [Fact]
    public async Task A_process_that_works_on_its_first_event_has_not_been_idle()
    {
        var handling = new TaskCompletionSource();
        var idle = 0;
        var host = TestFunction.Host() with { Print = (_, line) => { if (line.StartsWith("handling", StringComparison.Ordinal)) handling.TrySetResult(); } };
        await using var sandbox = new Sandbox(TestFunction.Of("Hang"), host, _ => idle++, _ => { });

        _ = sandbox.InvokeAsync(TestFunction.Event("1"));
        await sandbox.StartAsync();
        await handling.Task;

        Assert.Equal(0, idle);
    }

    [Fact]
    public async Task Every_caller_gets_its_own_result()
    {
        await using var pool = Pool("Echo");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async caller =>
        {
            var mine = new List<string>();
            for (var i = 0; i < 25; i++) mine.Add((await pool.InvokeAsync(TestFunction.Event($"[{caller},{i}]"))).Json().ToJson());
            return mine.SequenceEqual(Enumerable.Range(0, 25).Select(i => $"[{caller},{i}]"));
        }));

        Assert.All(results, Assert.True);
    }

    [Fact]
    public async Task A_process_that_has_been_idle_for_long_is_ended()
    {
        var time = new FakeClock();
        await using var pool = new FunctionPool(TestFunction.Of("Describe"), TestFunction.Host(time));
        var result = await pool.InvokeAsync(TestFunction.Event("1"));
        await result.LogTail;
        using var process = Process.GetProcessById(int.Parse(Member(result, "pid")));

        time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(process.HasExited);
        time.Advance(TimeSpan.FromMinutes(3));

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Disposing_ends_every_process()
    {
        var pool = Pool("Describe");
        var result = await pool.InvokeAsync(TestFunction.Event("1"));
        var processId = (int)((NumberValue)((ObjectValue)result.Json())["pid"]!).Number;

        await pool.DisposeAsync();

        Assert.Equal(0, pool.ProcessCount);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(processId));
    }

    private static FunctionPool Pool(string handler, TimeSpan? timeout = null) => new(TestFunction.Of(handler, timeout), TestFunction.Host());

    private static string Member(InvocationResult result, string name) => ((ObjectValue)result.Json())[name] is StringValue text ? text.Text : ((ObjectValue)result.Json())[name]!.ToJson();
}
