using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>What statements cost, drop or copy is reported under its id at its narrowest span.</summary>
public sealed class StatementDiagnosticTests
{
    [Theory]
    [InlineData("WF2001", "⟦await foreach (var x in Later()) await numbers.NoteAsync($\"{x}\");⟧")]
    [InlineData("WF2001", "⟦using var stream = new System.IO.MemoryStream();⟧")]
    [InlineData("WF2001", "await Parallel.ForEachAsync(new[] { n }, ⟦new ParallelOptions()⟧, async (i, _) => await numbers.NoteAsync($\"{i}\"));")]
    [InlineData("WF2004", "var one = ⟦numbers.DoubleAsync(n)⟧; var both = await Task.WhenAll(one, numbers.DoubleAsync(2)); await numbers.NoteAsync($\"{both.Length}\");")]
    [InlineData("WF2004", "var tasks = ⟦new[] { n }.Select(i => numbers.DoubleAsync(i)).ToList()⟧; await Task.WhenAll(tasks);")]
    [InlineData("WF2013", "for (var i = 0; i < 9; i++) { try { if (i == n) break; if (i == 2) continue; if (i == 3) return 1; if (i == 4) return 2; if (i == 5) return 3; if (i == 6) return 4; if (i == 7) return 5; await numbers.NoteAsync(\"\"); } ⟦finally⟧ { await numbers.NoteAsync(\"\"); } }")]
    [InlineData("WF5005", "try { await numbers.NoteAsync(\"\"); } catch (TooLargeException e) when (⟦int.Parse(e.Message) > 3⟧) { }")]
    [InlineData("WF5005", "try { try { await numbers.NoteAsync(\"\"); } finally { n = 5; } } catch (TooLargeException) when (⟦n > 3⟧) { }")]
    [InlineData("WF5005", "try { await numbers.NoteAsync(\"\"); } catch (TooLargeException) when (⟦3 / n == 1⟧) { }")]
    [InlineData("WF5007", "await every.CallAsync(new LoneRequest(1));")]
    [InlineData("WF5007", "await mixed.CallAsync(new LoneRequest(1));")]
    public void An_error_stops_the_machine(string id, string statements) => Expect(id, statements, isError: true);

    [Theory]
    [InlineData("WF2010", "var sum = 0; ⟦while⟧ (sum < n) { sum = await numbers.AddAsync(sum, 2); } return sum;")]
    [InlineData("WF2010", "⟦while⟧ (true) { var sum = await numbers.AddAsync(1, 2); if (sum > n) return sum; }")]
    [InlineData("WF2010", "var turns = 0; ⟦do⟧ { turns++; if (turns == 5) turns = 0; await numbers.NoteAsync(\"\"); } while (turns < 10);")]
    [InlineData("WF2015", "if (!Switches.IsOn) await numbers.NoteAsync(\"\"); else ⟦await numbers.DoubleAsync(n);⟧")]
    [InlineData("WF5006", "try { await lone.CallAsync(new LoneRequest(1)); } catch (⟦StatesTimeoutException⟧) { }")]
    public void A_warning_does_not(string id, string statements) => Expect(id, statements, isError: false);

    [Theory]
    [InlineData("WF2014", "⟦log.LogInformation(\"text\")⟧; await numbers.NoteAsync(\"\");")]
    [InlineData("WF2017", "await ⟦Task.Delay(TimeSpan.FromSeconds(1))⟧;")]
    [InlineData("WF5004", "try { await numbers.NoteAsync(\"\"); } catch (⟦Exception⟧) { }")]
    [InlineData("WF5004", "try { await numbers.NoteAsync(\"\"); } ⟦catch⟧ { }")]
    public void A_remark_does_not(string id, string statements) => Expect(id, statements, isError: false);

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) await numbers.NoteAsync(\"\");")]
    [InlineData("var turns = 0; while (true) { turns++; if (turns > 100) break; await numbers.NoteAsync(\"\"); }")]
    [InlineData("for (var attempt = 1; ; attempt++) { try { await numbers.NoteAsync(\"\"); return 1; } catch (TooLargeException) when (attempt < 3) { } }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) await numbers.NoteAsync(\"\");")]
    [InlineData("while (n > 0) { n -= 2; await numbers.NoteAsync(\"\"); }")]
    public void A_loop_with_a_counter_is_bounded(string statements) => Assert.Empty(Compile(statements).Diagnostics);

    [Fact]
    public void A_loop_that_waits_is_bounded_by_the_timeout_of_the_machine()
    {
        const string Waiting = "while (n != 3) { await Task.Delay(TimeSpan.FromSeconds(10), time); n = await numbers.DoubleAsync(n); }";

        Assert.Empty(Compile(Waiting, "[StateMachine(TimeoutSeconds = 3600)]").Diagnostics);
        Assert.Equal("WF2010", Assert.Single(Compile(Waiting, "[StateMachine(TimeoutSeconds = 86400)]").Diagnostics).Descriptor.Id);
        Assert.Empty(Compile(Waiting, "[StateMachine(Type = WorkflowType.Express)]").Diagnostics);
    }

    [Fact]
    public void A_started_task_is_told_once_however_often_it_is_awaited()
    {
        var compiled = Compile("var one = numbers.DoubleAsync(n); var a = await one; var b = await one; return a + b;");

        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal("WF2004", diagnostic.Descriptor.Id);
        Assert.Contains("Task.WhenAll(a.OneAsync(), b.TwoAsync())", diagnostic.Descriptor.MessageFormat.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_of_a_method_group_is_reported_where_it_stands()
    {
        var marked = Marked.Parse(Source("await Task.WhenAll(new[] { \"x\" }.Select(⟦Slow.WorkAsync⟧));", "[StateMachine]"));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal("WF2003", diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
    }

    [Theory]
    [InlineData("await numbers.NoteAsync(\"\");", "1")]
    [InlineData("if (n > 3) { await numbers.NoteAsync(\"\"); await numbers.NoteAsync(\"\"); } return 1;", "2 to 3")]
    [InlineData("for (var i = 0; i < n; i++) await numbers.NoteAsync(\"\"); return 1;", "3 to 5")]
    [InlineData("await Task.WhenAll(numbers.NoteAsync(\"\"), numbers.NoteAsync(\"\"));", "3")]
    [InlineData("await Task.WhenAll(new[] { n }.Select(async i => await numbers.NoteAsync($\"{i}\")));", "1 to 2")]
    public void Transitions_are_those_of_the_shortest_and_the_longest_way(string statements, string transitions) =>
        Assert.Equal(transitions, Compile(statements).Transitions?.ToString());

    [Fact]
    public async Task The_transitions_of_a_workflow_are_said_at_its_name()
    {
        var build = await Build.RunAsync(WorkflowCompilation.WithActors(Source("await numbers.NoteAsync(\"\"); return await numbers.DoubleAsync(n);", "[StateMachine]")));

        var remark = Assert.Single(build.Remarks);
        Assert.Equal("WF6010", remark.Id);
        Assert.Contains("'Workflow' takes 2 state transitions", remark.GetMessage(null), StringComparison.Ordinal);
    }

    private static void Expect(string id, string statements, bool isError)
    {
        var marked = Marked.Parse(Source(statements, "[StateMachine]"));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics, d => d.Descriptor.Id == id);
        if (marked.Spans.Count > 0)
            Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Equal(isError, compiled.Machine is null);
    }

    private static WorkflowCompiler.CompiledWorkflow Compile(string statements, string attribute = "[StateMachine]") =>
        WorkflowCompilation.Compile(WorkflowCompilation.WithActors(Source(statements, attribute)));

    private static string Source(string statements, string attribute) => $$"""
        using Microsoft.Extensions.Logging;

        public static class Switches { public static readonly bool IsOn = false; }
        public static class Slow { public static Task WorkAsync(string x) => Task.CompletedTask; }
        [AwsShape] public sealed record LoneRequest(int Value);
        public interface ILone { [ServiceIntegration("arn:aws:states:::aws-sdk:lone:call", Resources = ["*"])] Task CallAsync(LoneRequest request); }
        public interface IEvery { [ServiceIntegration("arn:aws:states:::aws-sdk:lone:every", Resources = ["*"])] [Retry(Errors = ["States.ALL"])] [Retry(Errors = ["X"])] Task CallAsync(LoneRequest request); }
        public interface IMixed { [ServiceIntegration("arn:aws:states:::aws-sdk:lone:mixed", Resources = ["*"])] [Retry(Errors = ["X", "States.ALL"])] Task CallAsync(LoneRequest request); }

        {{attribute}}
        public sealed partial class Workflow(Numbers numbers, ILone lone, IEvery every, IMixed mixed, ILogger log, TimeProvider time)
        {
            public async Task<int> RunAsync(int n)
            {
                {{statements}}
                return 0;
            }

            private static async IAsyncEnumerable<int> Later() { await Task.Yield(); yield return 1; }
        }

        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger;

            public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string message) { } }
        }
        """;
}
