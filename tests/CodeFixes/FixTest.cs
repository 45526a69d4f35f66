using System.Collections.Immutable;
using System.Reflection;
using Aot.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aot.CodeFixes.Tests;

/// <summary>Applies a code fix as an editor does, and checks that what it wrote compiles without the mistake.</summary>
internal static class FixTest
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Aot.Authoring;
        global using Aot.Runtime;
        """;

    public static string Root { get; } = typeof(FixTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string _actors = File.ReadAllText(Path.Combine(Root, "tests", "Cases", "Actors.cs"));

    private static readonly MetadataReference[] _references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Aot.Authoring.dll" or "Aot.Runtime.dll"))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    /// <summary>Mends the only mistake of a document, whose text then is the expected one.</summary>
    public static async Task MendsAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var document = Open(before);

        var mistakes = await MistakesAsync(document, fix);
        var mended = await ApplyAsync(document, Assert.Single(await OffersAsync(fix, document, Assert.Single(mistakes))));

        await ExpectAsync(fix, mended, after);
    }

    /// <summary>Mends all mistakes of a document at once.</summary>
    public static async Task MendsAllAsync<TFix>(string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var document = Open(before);
        var mistakes = await MistakesAsync(document, fix);
        Assert.True(mistakes.Count > 1);

        var context = new FixAllContext(document, fix, FixAllScope.Document, fix.FixableDiagnosticIds[0], fix.FixableDiagnosticIds, new Known(mistakes), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);

        await ExpectAsync(fix, await ApplyAsync(document, action!), after);
    }

    /// <summary>The mistake is there, and only the author can mend it.</summary>
    public static async Task OffersNothingAsync<TFix>(string text)
        where TFix : CodeFixProvider, new()
    {
        var fix = new TFix();
        var document = Open(text);

        foreach (var mistake in await MistakesAsync(document, fix))
            Assert.Empty(await OffersAsync(fix, document, mistake));
    }

    /// <summary>A workflow whose method holds some statements.</summary>
    public static string Workflow(string statements, string result = "int") => $$"""
        [StateMachine]
        public sealed partial class Workflow(Numbers numbers)
        {
            public async Task<{{result}}> RunAsync(Order order)
            {
                var n = order.Amount;
                var text = order.Id;
        {{Indented(statements, 8)}}
            }
        }
        """;

    private static string Indented(string text, int width) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', width) + line));

    private static Document Open(string text)
    {
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(ProjectInfo.Create(
                project, VersionStamp.Default, "Flows", "Flows", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
                metadataReferences: _references))
            .AddDocument(DocumentId.CreateNewId(project), "Usings.cs", Usings)
            .AddDocument(DocumentId.CreateNewId(project), "Actors.cs", _actors);
        var workflow = DocumentId.CreateNewId(project);
        return solution.AddDocument(workflow, "Workflow.cs", SourceText.From(text)).GetDocument(workflow)!;
    }

    private static async Task<IReadOnlyList<Diagnostic>> MistakesAsync(Document document, CodeFixProvider fix)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var diagnostics = await compilation.WithAnalyzers([new WorkflowAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, d => d.Id is "AD0001" or "WF9001");
        return [.. diagnostics.Where(d => fix.FixableDiagnosticIds.Contains(d.Id)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(CodeFixProvider fix, Document document, Diagnostic mistake)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, mistake, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task ExpectAsync(CodeFixProvider fix, Document document, string after)
    {
        Assert.Equal(after, (await document.GetTextAsync()).ToString().ReplaceLineEndings("\n"));
        Assert.Empty(await MistakesAsync(document, fix));
    }

    /// <summary>The diagnostics that Fix All is asked to mend.</summary>
    private sealed class Known(IReadOnlyList<Diagnostic> mistakes) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(mistakes);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(mistakes);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
