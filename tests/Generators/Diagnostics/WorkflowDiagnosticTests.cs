using Aot.Generators.Tests.Cases;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>Each mistake is reported under its id, at its narrowest span, and nothing is emitted.</summary>
public sealed class WorkflowDiagnosticTests
{
    [Theory]
    [InlineData("WF1001", "[StateMachine] public partial class ⟦Workflow⟧(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF1001", "public static class Outer { [StateMachine] public sealed partial class ⟦Workflow⟧(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); } }")]
    [InlineData("WF1002", "[StateMachine] public sealed partial class ⟦Workflow⟧(Numbers numbers) { async Task RunAsync() => await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF1002", "[StateMachine] public sealed partial class Workflow { public int ⟦RunAsync⟧(int n) => n; }")]
    [InlineData("WF1002", "[StateMachine] public sealed partial class Workflow { public Task ⟦RunAsync⟧(int n, int m) => Task.CompletedTask; }")]
    [InlineData("WF1003", "[StateMachine] public sealed partial class Workflow(Numbers numbers, string ⟦name⟧) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF1004", "[StateMachine(\"no-dashes\")] public sealed partial class ⟦Workflow⟧(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF6007", "[StateMachine(TimeoutSeconds = -1)] public sealed partial class ⟦Workflow⟧(Numbers numbers) { public async Task RunAsync() => await numbers.NoteAsync(\"\"); }")]
    public void A_class_is_reported_at_its_name(string id, string source) => Expect(id, source);

    [Fact]
    public void A_default_of_an_input_member_is_reported_where_it_is_read() => Expect(
        "WF4009",
        """
        public sealed record Parcel(string Id, bool IsExpress = false, string? Note = null);

        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<string> RunAsync(Parcel parcel)
            {
                if (parcel.⟦IsExpress⟧)
                    await numbers.NoteAsync(parcel.Id);
                return parcel.Note ?? "";
            }
        }
        """);

    [Theory]
    [InlineData("WF2001", "⟦lock (numbers) { }⟧")]
    [InlineData("WF2001", "⟦using var stream = new System.IO.MemoryStream();⟧")]
    [InlineData("WF2001", "⟦Console.WriteLine(n)⟧;")]
    [InlineData("WF2001", "again: await numbers.NoteAsync(\"\"); if (n > 3) ⟦goto again;⟧", 2)]
    [InlineData("WF2001", "await ⟦Task.Delay(TimeSpan.FromSeconds(1), new System.Threading.CancellationToken(false))⟧;")]
    [InlineData("WF2009", "var list = new List<int>(); ⟦list.Add(n)⟧; return list.Count;")]
    [InlineData("WF2009", "var array = new[] { 1 }; ⟦array[0]⟧ = n; return array[0];")]
    [InlineData("WF2002", "var sum = 1 + ⟦await⟧ numbers.DoubleAsync(n); return sum;")]
    [InlineData("WF2002", "if (⟦await⟧ numbers.DoubleAsync(n) > 1) return 1;")]
    [InlineData("WF3001", "var name = new Greeter().⟦Name⟧(n); return name.Length;")]
    [InlineData("WF2003", "await ⟦System.IO.File.ReadAllTextAsync(\"x\")⟧;")]
    [InlineData("WF2004", "⟦numbers.DoubleAsync(n)⟧;")]
    [InlineData("WF2004", "var task = ⟦numbers.DoubleAsync(n)⟧; return n;")]
    [InlineData("WF2005", "await ⟦Task.WhenAny(numbers.DoubleAsync(n), numbers.DoubleAsync(n))⟧;")]
    [InlineData("WF2006", "var sum = 0; await Task.WhenAll(new[] { 1 }.Select(async i => { ⟦sum⟧ += i; await numbers.NoteAsync(\"\"); })); return sum;")]
    [InlineData("WF2008", "return await TwiceAsync(n); async Task<int> TwiceAsync(int x) { var y = await ⟦TwiceAsync(x)⟧; return y; }")]
    [InlineData("WF2012", "⟦try⟧ { n = n + 1; } catch (TooLargeException) { } return n;")]
    [InlineData("WF2018", "⟦while⟧ (true) { n++; }")]
    [InlineData("WF5001", "try { await numbers.NoteAsync(\"\"); } catch (⟦FormatException⟧ e) { await numbers.NoteAsync(e.Message); }")]
    [InlineData("WF5003", "throw ⟦new StatesTimeoutException(\"\")⟧;")]
    [InlineData("WF5008", "throw ⟦new ArgumentException(\"\", \"n\")⟧;")]
    [InlineData("WF6007", "await Task.Delay(⟦TimeSpan.FromSeconds(-1)⟧);")]
    public void A_statement_is_reported_at_its_narrowest_span(string id, string statements, int count = 1) => Expect(
        id,
        $$"""
        public class Greeter { [LambdaFunction] public string Name(int n) => ""; }

        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<int> RunAsync(int n)
            {
                {{statements}}
                return 0;
            }
        }
        """,
        count);

    [Theory]
    [InlineData("var array = new[] { 1 }; array[0] = n; return array[0];")]
    [InlineData("var found = new Dictionary<string, int>(); found[\"n\"] = n; return found[\"n\"];")]
    [InlineData("var list = new List<int>(); list.Add(n); return list[0];")]
    public void A_refused_collection_change_names_the_form_that_compiles(string statements)
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task<int> RunAsync(int n)
                {
                    await numbers.NoteAsync("");
                    {{statements}}
                }
            }
            """));

        Assert.Contains("'xs = [.. xs, item]'", string.Join(" ", Assert.Single(compiled.Diagnostics).Arguments));
    }

    [Theory]
    [InlineData("WF2011", "try { await numbers.NoteAsync(text); if (⟦int.Parse(text) > 3⟧) return; } catch (Exception) { await numbers.NoteAsync(\"\"); }")]
    [InlineData("WF2011", "var done = 0; try { await numbers.NoteAsync(text); done++; var ⟦parsed = int.Parse(text)⟧; await numbers.NoteAsync($\"{parsed}{parsed}\"); } catch (Exception) { await numbers.NoteAsync($\"{done}\"); }")]
    [InlineData("WF2016", "await Task.Delay(⟦TimeSpan.FromMilliseconds(1500)⟧);")]
    [InlineData("WF5002", "try { await numbers.NoteAsync(\"\"); } catch (⟦OddException⟧ e) { await numbers.NoteAsync(e.Message); }")]
    [InlineData("WF7002", "await ⟦lone.CallAsync(new LoneRequest(1))⟧;")]
    public void A_warning_does_not_stop_the_machine(string id, string statements)
    {
        var marked = Marked.Parse(WithLone(statements));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics, d => d.Descriptor.DefaultSeverity != DiagnosticSeverity.Info);
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.NotNull(compiled.Machine);
    }

    [Fact]
    public void A_payload_of_lists_in_lists_is_pointed_out()
    {
        var marked = Marked.Parse("""
            public sealed record Basket(string Id, string? Note = null);
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task<int> RunAsync(Basket[][] ⟦baskets⟧) => await numbers.DoubleAsync(baskets.Length);
            }
            """);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var payload = Assert.Single(compiled.Diagnostics);
        Assert.Equal(("WF4007", Assert.Single(marked.Spans)), (payload.Descriptor.Id, payload.Span));
        Assert.NotNull(compiled.Machine);
    }

    [Fact]
    public void A_member_that_may_be_absent_is_pointed_out_at_its_third_read()
    {
        var marked = Marked.Parse("""
            public sealed record Basket(string Id, string? Note = null);
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task<string?> RunAsync(Basket basket)
                {
                    if (basket.Note == null || basket.Note == "x")
                        await numbers.NoteAsync(basket.⟦Note⟧ ?? "");
                    return basket.Note;
                }
            }
            """);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var member = Assert.Single(compiled.Diagnostics);
        Assert.Equal(("WF4005", Assert.Single(marked.Spans)), (member.Descriptor.Id, member.Span));
        Assert.NotNull(compiled.Machine);
    }

    [Fact]
    public void A_very_long_expression_is_a_warning()
    {
        var terms = string.Join(", ", Enumerable.Range(0, 600).Select(i => $"n % {i + 2}"));
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors($$"""
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task<int> RunAsync(int n) => await numbers.DoubleAsync(new[] { {{terms}} }.Sum());
            }
            """));

        Assert.Equal("WF3016", Assert.Single(compiled.Diagnostics, d => d.Descriptor.DefaultSeverity == DiagnosticSeverity.Warning).Descriptor.Id);
        Assert.NotNull(compiled.Machine);
    }

    [Fact]
    public void An_express_workflow_does_not_wait_for_its_tasks() => Expect("WF6001", """
        public interface IJobs { [ServiceIntegration("arn:aws:states:::batch:submitJob.sync", Resources = ["*"])] Task RunAsync(JobRequest request); }
        [AwsShape] public sealed record JobRequest(string JobName);
        [StateMachine(Type = WorkflowType.Express)]
        public sealed partial class Workflow(IJobs jobs)
        {
            public async Task RunAsync() => await ⟦jobs.RunAsync(new JobRequest("x"))⟧;
        }
        """);

    [Fact]
    public void Code_that_is_nested_too_deeply_is_reported_once() => Expect("WF1006", $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<int> RunAsync(int n)
            {
                await numbers.NoteAsync("");
                return {{string.Concat(Enumerable.Repeat("- ", 200))}}⟦n⟧;
            }
        }
        """);

    [Fact]
    public void All_mistakes_of_a_method_are_reported_at_once()
    {
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors("""
            [StateMachine]
            public sealed partial class Workflow(Numbers numbers)
            {
                public async Task<int> RunAsync(int n)
                {
                    numbers.DoubleAsync(n);
                    lock (numbers) { }
                    return 1 + await numbers.DoubleAsync(n);
                }
            }
            """));

        Assert.Equal(["WF2004", "WF2001", "WF2002"], compiled.Diagnostics.Select(d => d.Descriptor.Id));
        Assert.Null(compiled.Machine);
    }

    private static string WithLone(string statements) => $$"""
        public interface ILone { [ServiceIntegration("arn:aws:states:::aws-sdk:lone:call")] Task CallAsync(LoneRequest request); }
        [AwsShape] public sealed record LoneRequest(int Value);
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers, ILone lone)
        {
            public async Task RunAsync(string text)
            {
                {{statements}}
            }
        }
        """;

    private static void Expect(string id, string text, int count = 1)
    {
        var marked = Marked.Parse(text);

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        Assert.Equal(count, compiled.Diagnostics.Count(d => d.Descriptor.DefaultSeverity != DiagnosticSeverity.Info));
        var diagnostic = compiled.Diagnostics.Last(d => d.Descriptor.Id == id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Null(compiled.Machine);
    }
}
