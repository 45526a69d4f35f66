using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Rename;
using Microsoft.CodeAnalysis.Simplification;

namespace Aot.CodeFixes;

/// <summary>WF6004: renames an argument to what the integration calls it, wherever it is used: <c>DBInstanceIdentifier</c> → <c>DbInstanceIdentifier</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SpellArgument : CodeFixProvider
{
    private const string Spelling = "2"; // The message's argument that says what to write.
    private const string Shape = "[AwsShape]";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["WF6004"];

    // One renaming changes what the next one looks at.
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan);
            if (!diagnostic.Properties.TryGetValue(Spelling, out var spelling) || spelling is null)
                continue;
            if (node is TypeDeclarationSyntax type && spelling.StartsWith(Shape, StringComparison.Ordinal))
                context.RegisterCodeFix(CodeAction.Create($"Add {Shape}", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, WithShape(type)))), Shape), diagnostic);
            else if (node is ParameterSyntax or PropertyDeclarationSyntax && model.GetDeclaredSymbol(node, context.CancellationToken) is { } argument)
                context.RegisterCodeFix(CodeAction.Create($"Rename to '{spelling}'", c => RenameAsync(context.Document.Project.Solution, argument, spelling, c), Spelling), diagnostic);
        }
    }

    private static Task<Solution> RenameAsync(Solution solution, ISymbol argument, string spelling, CancellationToken cancellation) =>
        Renamer.RenameSymbolAsync(solution, argument, default(SymbolRenameOptions), spelling, cancellation);

    private static TypeDeclarationSyntax WithShape(TypeDeclarationSyntax type)
    {
        var list = SyntaxFactory.AttributeList([SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::Aot.Authoring.AwsShape").WithAdditionalAnnotations(Simplifier.Annotation))]).WithLeadingTrivia(type.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);
        return (TypeDeclarationSyntax)type.WithoutLeadingTrivia().AddAttributeLists(list);
    }
}
