using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Diagnostics;

/// <summary>What a map cannot do is reported where it is written.</summary>
public sealed class MapDiagnosticTests
{
    [Theory]
    [InlineData("WF2001", "await wf.MapAsync(values, ⟦numbers.DoubleAsync⟧);")]
    [InlineData("WF2006", "var sum = 0; await wf.MapAsync(values, async value => { ⟦sum⟧ += value; await numbers.NoteAsync(\"\"); });")]
    [InlineData("WF2006", "var sum = 0; await wf.DistributedMapAsync(ItemSource.Array(values), async value => { ⟦sum⟧ += value; await numbers.NoteAsync(\"\"); });")]
    [InlineData("WF6009", "await wf.MapAsync(values, async value => await numbers.DoubleAsync(value), ⟦new MapOptions(MaxConcurrency: 41)⟧);")]
    [InlineData("WF6007", "await wf.MapAsync(values, async value => await numbers.DoubleAsync(value), ⟦new MapOptions(MaxConcurrency: 0)⟧);")]
    [InlineData("WF6007", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), ⟦new DistributedMapOptions(MaxConcurrency: 10_001)⟧);")]
    [InlineData("WF6007", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), ⟦new DistributedMapOptions(ToleratedFailurePercentage: 101)⟧);")]
    [InlineData("WF6007", "await wf.DistributedMapAsync(ItemSource.Json<int>(Data, \"x\", maxItems: ⟦0⟧), async value => await numbers.DoubleAsync(value));")]
    [InlineData("WF6007", "await wf.DistributedMapBatchesAsync(ItemSource.Array(values), async batch => await numbers.NoteAsync(\"\"), ⟦new BatchOptions(MaxInputBytesPerBatch: 300_000)⟧);")]
    [InlineData("WF6014", "await wf.DistributedMapBatchesAsync(ItemSource.Array(values), async batch => await numbers.NoteAsync(\"\"), ⟦new BatchOptions()⟧);")]
    [InlineData("WF6014", "await wf.DistributedMapAsync(⟦Source⟧, async value => await numbers.DoubleAsync(value));")]
    [InlineData("WF6014", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), ⟦new DistributedMapOptions(Label: $\"n{values.Length}\")⟧);")]
    [InlineData("WF6015", "var all = await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), ⟦new DistributedMapOptions(ToleratedFailureCount: 1)⟧); await numbers.NoteAsync($\"{all.Length}\");")]
    [InlineData("WF6016", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), ⟦new DistributedMapOptions(Label: \"two words\")⟧);")]
    [InlineData("WF4010", "await wf.DistributedMapAsync(⟦ItemSource.Csv<Row>(Data, \"x\")⟧, async row => await numbers.DoubleAsync(row.Amount));")]
    [InlineData("WF4011", "await wf.DistributedMapAsync(⟦ItemSource.Csv<Line>(Data, \"x\", headers: [\"Id\"])⟧, async line => await numbers.NoteAsync(line.Id));")]
    public void A_mistake_is_reported_at_its_span(string id, string statements) => Expect(id, statements, "");

    [Theory]
    [InlineData("WF6001", "await ⟦wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value))⟧;", "(Type = WorkflowType.Express)")]
    [InlineData("WF6001", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => await ⟦jobs.RunAsync(new(\"\"))⟧, new DistributedMapOptions(WorkflowType.Express));", "")]
    [InlineData("WF6001", "await wf.DistributedMapAsync(ItemSource.Array(values), async value => { await ⟦wf.DistributedMapAsync(ItemSource.Array(values.Take(value).ToArray()), async v => await numbers.DoubleAsync(v))⟧; }, new DistributedMapOptions(WorkflowType.Express));", "")]
    public void Express_executions_neither_wait_nor_have_children(string id, string statements, string type) => Expect(id, statements, type);

    [Fact]
    public void A_label_is_there_once()
    {
        var compiled = Compile("""
            await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), new DistributedMapOptions(Label: "twice"));
            await wf.DistributedMapAsync(ItemSource.Array(values), async value => await numbers.DoubleAsync(value), new DistributedMapOptions(Label: "twice"));
            """, "");

        Assert.Equal("WF6016", Assert.Single(compiled.Diagnostics).Descriptor.Id);
    }

    [Fact]
    public void A_captured_collection_is_a_warning_at_the_map()
    {
        var marked = Marked.Parse("await ⟦wf.DistributedMapAsync(ItemSource.Array([1, 2]), async value => { if (values.Contains(value)) await numbers.DoubleAsync(value); })⟧;");

        var compiled = Compile(marked.Source, "");

        var diagnostic = Assert.Single(compiled.Diagnostics);
        Assert.Equal("WF2007", diagnostic.Descriptor.Id);
        Assert.Equal(marked.Spans[0].Length, diagnostic.Span.Length);
        Assert.NotNull(compiled.Machine);
    }

    private static void Expect(string id, string statements, string type)
    {
        var marked = Marked.Parse(Source(statements, type));

        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(marked.Source));

        var diagnostic = Assert.Single(compiled.Diagnostics, d => d.Descriptor.DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal(Assert.Single(marked.Spans), diagnostic.Span);
        Assert.Null(compiled.Machine);
    }

    private static WorkflowCompiler.CompiledWorkflow Compile(string statements, string type) =>
        WorkflowCompilation.Compile(WorkflowCompilation.WithActors(Source(statements, type)));

    private static string Source(string statements, string type) => $$"""
        public interface IJobs { [ServiceIntegration("arn:aws:states:::batch:submitJob.sync", Resources = ["*"])] Task RunAsync(JobRequest request); }
        [AwsShape] public sealed record JobRequest(string JobName);
        public sealed record Row(string Id, int Amount);
        public sealed record Line(string Id);

        [StateMachine{{type}}]
        public sealed partial class Workflow(Flow wf, Numbers numbers, IJobs jobs)
        {
            private static readonly Bucket Data = new("DataBucket");
            private static readonly ItemSource<int> Source = ItemSource.Json<int>(Data, "x");

            public async Task RunAsync(int[] values)
            {
                {{statements}}
            }
        }
        """;
}
