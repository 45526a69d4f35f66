using System.Text;
using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Lowering;
using Aot.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace Aot.Generators;

/// <summary>Compiles one workflow class: read, lower, name, check, write. Open this file first.</summary>
/// <remarks>Pure: the same class gives the same text. The author's mistakes are diagnostics, all of them at once, and then there is no text.</remarks>
internal static class WorkflowCompiler
{
    /// <summary>As <see cref="Compile"/>, with a fault of the compiler as a diagnostic that names the workflow to report, where an exception would silence all of them.</summary>
    public static CompiledWorkflow CompileOrExplain(INamedTypeSymbol workflowClass, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            return Compile(workflowClass, compilation, cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var fault = $"{exception.GetType().Name}: {exception.Message}";
            return new CompiledWorkflow(null, null, [new DiagnosticData(Descriptors.SelfCheckFailed, [workflowClass.Name, fault], WorkflowClassReader.LocationOf(workflowClass))]);
        }
    }

    public static CompiledWorkflow Compile(INamedTypeSymbol workflowClass, Compilation compilation, CancellationToken cancellation)
    {
        var sink = new DiagnosticSink();

        // Read: C# statements and expressions become steps (Reading/ → Ir/).
        var (facts, runAsync) = new WorkflowClassReader(workflowClass, sink).Read();
        if (runAsync is null)
            return new CompiledWorkflow(null, null, sink.Diagnostics);
        var reader = new WorkflowReader(compilation, workflowClass, facts.IsExpress, sink, cancellation);
        var workflow = reader.Read(facts, runAsync);
        if (sink.HasErrors)
        {
            if (!sink.HasReportedErrors && !HasCSharpErrors(workflowClass, compilation, cancellation))
                sink.Report(Descriptors.SelfCheckFailed, facts.Location, facts.Name, "a part of the method could not be read and no mistake was found in it");
            return new CompiledWorkflow(null, workflow, sink.Diagnostics);
        }

        // Lower: nested steps become states and edges, as few as possible (Lowering/).
        cancellation.ThrowIfCancellationRequested();
        var graph = new Lowerer(workflow.MaybeUnassigned, reader.NewVariable).Lower(workflow.Body);
        Narrowing.Narrow(graph, decodedOnly: true);
        Merging.Merge(graph, reader.NewBound);
        Narrowing.Narrow(graph, decodedOnly: false);

        // Name: states get their words, expressions their JSONata (Asl/, Jsonata/).
        cancellation.ThrowIfCancellationRequested();
        var machine = new AslBuilder(StateNamer.Name(graph)).Build(graph);

        // Check: what Step Functions would refuse is a fault of ours.
        if (SelfCheck.Find(machine, graph) is { } fault)
        {
            if (HasCSharpErrors(workflowClass, compilation, cancellation))
                sink.Reject();
            else
                sink.Report(Descriptors.SelfCheckFailed, facts.Location, facts.Name, fault);
        }

        Uncaught.Report(graph, sink);
        Captures.Report(graph, sink);
        LongExpressions.Report(graph, sink);

        var transitions = facts.IsExpress ? null : TransitionEstimate.Of(graph);

        // Write.
        var definition = AslWriter.Write(machine, facts.QualifiedMethod, facts.TimeoutSeconds);
        var definitionBytes = Encoding.UTF8.GetByteCount(definition);
        if (definitionBytes > Limits.MaxDefinitionBytes)
            sink.Report(Descriptors.DefinitionTooLarge, facts.Location, facts.Name, definitionBytes, Limits.MaxDefinitionBytes);
        return new CompiledWorkflow(sink.HasErrors ? null : Describe(workflow, graph, definition), workflow, sink.Diagnostics) { Transitions = transitions };
    }

    // Asked only where a workflow cannot be compiled and nothing says why. The class first, then all that it may use.
    private static bool HasCSharpErrors(INamedTypeSymbol workflowClass, Compilation compilation, CancellationToken cancellation)
    {
        var models = new SemanticModels(compilation);
        return workflowClass.DeclaringSyntaxReferences.SelectMany(r => models.Of(r.SyntaxTree).GetDiagnostics(r.Span, cancellation))
            .Concat(compilation.GetDiagnostics(cancellation))
            .Any(d => d.Severity == DiagnosticSeverity.Error);
    }

    private static CompiledMachine Describe(Workflow workflow, StateGraph graph, string definition)
    {
        var facts = workflow.Facts;
        var substitutions = ResourcesOf(graph)
            .Select(r => new Substitution(r.Substitution, TemplateValues.Of(r.LogicalId, r.Value)))
            .Distinct()
            .OrderBy(s => s.Name, StringComparer.Ordinal);
        var permissions = workflow.Permissions.OrderBy(p => p.Action, StringComparer.Ordinal).ThenBy(p => p.Resource.Argument, StringComparer.Ordinal);
        return new CompiledMachine(
            facts.Name,
            facts.Namespace,
            facts.ClassName,
            facts.SourceFile,
            facts.IsExpress,
            facts.TimeoutSeconds,
            definition,
            substitutions.ToEquatableArray(),
            permissions.ToEquatableArray(),
            facts.Events,
            workflow.Functions)
        {
            Options = facts.Options,
        };
    }

    private static IEnumerable<ResourceExpr> ResourcesOf(StateGraph graph) => graph.Ids.SelectMany(id => graph[id].AllExpressions()
        .SelectMany(e => e.Descendants())
        .OfType<ResourceExpr>()
        .Concat(graph[id].Inner.SelectMany(ResourcesOf)));

    /// <summary>What compiling one class gave.</summary>
    /// <param name="Machine">Null where there are errors.</param>
    /// <param name="Workflow">The steps, for tests; null where the class has no method to read.</param>
    /// <param name="Diagnostics">Everything the author should know.</param>
    internal sealed record CompiledWorkflow(CompiledMachine? Machine, Workflow? Workflow, EquatableArray<DiagnosticData> Diagnostics)
    {
        /// <summary>What an execution costs, for WF6010; null where there are errors, and of an Express workflow, which is billed by duration.</summary>
        public TransitionEstimate? Transitions { get; init; }
    }
}
