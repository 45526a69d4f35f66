using System.Text;
using System.Text.Json;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests;

public sealed class AsyncHandlerTests
{
    [Fact]
    public async Task A_task_that_ends_later_is_waited_for()
    {
        var run = await RuntimeRun.OfAsync(
            new Invoker(async invocation =>
            {
                await Task.Yield();
                invocation.Respond(Encoding.UTF8.GetBytes("\"later\""));
            }),
            ScriptedApi.Event("1"),
            ScriptedApi.Event("2"));

        Assert.Equal(["\"later\"", "\"later\""], run.Posts.Select(p => p.Body));
    }

    [Fact]
    public async Task A_task_that_fails_later_is_reported_under_its_own_exception()
    {
        var run = await RuntimeRun.OfAsync(
            new Invoker(async _ =>
            {
                await Task.Yield();
                throw new OrderRejectedException("later");
            }),
            ScriptedApi.Event("1"));

        Assert.Equal("OrderRejectedException", JsonDocument.Parse(run.Posts[0].Body).RootElement.GetProperty("errorType").GetString());
    }

    private sealed class Invoker(Func<Invocation, ValueTask> handler) : AsyncHandlerInvoker
    {
        public override ValueTask InvokeAsync(Invocation invocation) => handler(invocation);
    }
}
