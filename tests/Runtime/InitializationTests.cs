using System.Text.Json;
using Aot.Runtime.Tests.RuntimeApi;

namespace Aot.Runtime.Tests;

public sealed class InitializationTests
{
    [Fact]
    public async Task An_unknown_handler_is_an_init_error_that_names_those_there_are()
    {
        var run = await RuntimeRun.StartAsync((_, _) => null, [], variables: new Dictionary<string, string> { ["_HANDLER"] = "Three" });

        var post = Assert.Single(run.Posts);
        Assert.Equal("/2018-06-01/runtime/init/error", post.Path);
        Assert.Equal("Runtime.HandlerNotFound", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorType").GetString());
        Assert.Contains("\"Three\"", run.Ending, StringComparison.Ordinal);
        Assert.Contains("One, Two", run.Ending, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_whose_constructor_throws_is_an_init_error()
    {
        var run = await RuntimeRun.StartAsync((_, environment) => throw new InvalidOperationException(environment["WHY"]), [],
            variables: new Dictionary<string, string> { ["_HANDLER"] = "One", ["WHY"] = "no table" });

        var post = Assert.Single(run.Posts);
        Assert.Equal("Runtime.InvalidOperationException", post.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal("no table", JsonDocument.Parse(post.Body).RootElement.GetProperty("errorMessage").GetString());
        Assert.Equal("The handler \"One\" could not be made: no table", run.Ending);
    }
}
