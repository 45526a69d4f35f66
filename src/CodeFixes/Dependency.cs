using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Aot.CodeFixes;

/// <summary>A constructor parameter of the workflow that a fix needs: the one that is there, or a new one.</summary>
internal sealed class Dependency
{
    private readonly ParameterListSyntax? _grows;
    private readonly string _type;

    private Dependency(string name, string type, ParameterListSyntax? grows)
    {
        Name = name;
        _type = type;
        _grows = grows;
    }

    public string Name { get; }

    /// <param name="node">A place inside the workflow class.</param>
    /// <param name="type">Full name of the dependency's type.</param>
    /// <param name="word">What a new parameter is called.</param>
    /// <returns>Null where the class has no primary constructor to add to.</returns>
    public static Dependency? Of(SyntaxNode node, string type, string word, SemanticModel model, CancellationToken cancellation)
    {
        if (node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { ParameterList: { } parameters })
            return null;
        var known = parameters.Parameters.FirstOrDefault(p => model.GetDeclaredSymbol(p, cancellation)?.Type.ToDisplayString() == type);
        return known is null
            ? new Dependency(Syntax.FreeName(word, node, model), type, parameters)
            : new Dependency(known.Identifier.ValueText, type, null);
    }

    /// <summary>Adds the parameter where it is new.</summary>
    public void AddTo(SyntaxEditor editor)
    {
        if (_grows is null)
            return;
        var type = SyntaxFactory.ParseTypeName("global::" + _type).WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space);
        editor.ReplaceNode(_grows, _grows.AddParameters(SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)).WithType(type)));
    }
}
