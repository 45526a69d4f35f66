using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Aot.CodeFixes;

/// <summary>Mends the mistakes of one diagnostic, each by itself or all at once.</summary>
/// <param name="id">The diagnostic, as the compiler's descriptors spell it.</param>
/// <param name="title">What the editor offers.</param>
internal abstract class WorkflowCodeFix(string id, string title) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (await FindAsync(node, model, solution, cancellation).ConfigureAwait(false) is { } change && solution.GetDocument(change.Place.SyntaxTree) is { } document)
                context.RegisterCodeFix(CodeAction.Create(title, c => ApplyAsync(document, change, c), equivalenceKey: id), diagnostic);
        }
    }

    /// <summary>How to mend a mistake; null where only the author knows.</summary>
    /// <param name="node">The innermost node at the mistake's place.</param>
    protected abstract Change? Find(SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    /// <summary>As <see cref="Find"/>, for what has to look at the other files.</summary>
    protected virtual Task<Change?> FindAsync(SyntaxNode node, SemanticModel model, Solution solution, CancellationToken cancellation) =>
        Task.FromResult(Find(node, model, cancellation));

    private static async Task<Document> ApplyAsync(Document document, Change change, CancellationToken cancellation)
    {
        var root = await change.Place.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        change.Edit(editor);
        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
