using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// A method's name where a lambda could stand.
internal sealed partial class WorkflowReader
{
    // xs.Select(work.DoAsync)
    //   ──▶
    // xs.Select(item => work.DoAsync(item))     bound by C# in the place of the original statement
    private IAnonymousFunctionOperation? LambdaOfMethodGroup(IOperation function)
    {
        if (Unconverted(function) is not IDelegateCreationOperation { Target: IMethodReferenceOperation { Syntax: ExpressionSyntax group } })
            return null;

        // What another lambda declares would be declared anew there, and not be what the reader knows.
        var statement = group.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is null or LocalFunctionStatementSyntax || group.Ancestors().TakeWhile(a => a != statement).Any(a => a is AnonymousFunctionExpressionSyntax))
            return null;
        const string Item = "item";
        var mark = new SyntaxAnnotation();
        var call = SyntaxFactory.InvocationExpression(
            group.WithoutTrivia(), SyntaxFactory.ArgumentList([SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Item))]));
        var lambda = SyntaxFactory.SimpleLambdaExpression(SyntaxFactory.Parameter(SyntaxFactory.Identifier(Item)), call).WithAdditionalAnnotations(mark);
        var rewritten = statement.ReplaceNode(group, lambda);
        if (!_expressions.Models.Of(group.SyntaxTree).TryGetSpeculativeSemanticModel(statement.SpanStart, rewritten, out var model))
            return null;
        _sink.Redirect(rewritten.SyntaxTree, group.GetLocation());
        return model.GetOperation(rewritten.GetAnnotatedNodes(mark).Single(), _cancellation) switch
        {
            IAnonymousFunctionOperation bound => bound,
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation bound } => bound,
            _ => null,
        };
    }
}
