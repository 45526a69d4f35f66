using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    // static int Twice(int x) => x + x; is read as if its body stood at the call, with each argument evaluated once.
    private Expr ReadOwnMethod(IInvocationOperation call, IReadScope scope)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (Body(method) is not { } body)
            return NoCounterpart(call, scope, "only a method of this project whose body is one expression can be called here; compute it in a Lambda function");
        if (_reading.Contains(method.OriginalDefinition))
            return NoCounterpart(call, scope, "it calls itself, and a state machine has no call stack; write a loop");
        return Inline(call, method.OriginalDefinition, body, scope);
    }

    private Expr Inline(IInvocationOperation call, IMethodSymbol method, IOperation body, IReadScope scope)
    {
        var owner = call.Instance is null or IInstanceReferenceOperation ? null : Require(Read(call.Instance, scope));
        var inner = new InnerScope(scope);
        var bindings = new List<(BoundExpr Variable, Expr Value)>();
        foreach (var argument in InOrder(call))
        {
            var value = Read(argument.Value, scope);
            if (value is InvalidExpr || owner is InvalidExpr || argument.Parameter is not { RefKind: RefKind.None } parameter)
                return value is InvalidExpr || owner is InvalidExpr ? new InvalidExpr() : NoCounterpart(argument, scope, "pass values, not references");

            var variable = NewBound(parameter.Name, value.Type);
            bindings.Add((variable, value));
            inner.Declare(parameter.OriginalDefinition, variable);
        }

        if (owner is not null)
            _owners.Push(owner);
        _reading.Add(method); // Twice(Twice(x)) is no recursion: arguments were read before.
        var result = Read(body, inner);
        _reading.Remove(method);
        if (owner is not null)
            _owners.Pop();
        bindings.Reverse();
        return result is InvalidExpr ? result : bindings.Aggregate(result, (rest, b) => new LetExpr(b.Variable, b.Value, rest));
    }

    private IOperation? Body(IMethodSymbol method)
    {
        if (method.IsVirtual || method.IsOverride || method.IsAbstract || method.IsAsync || method.DeclaringSyntaxReferences is not [var reference])
            return null;
        var (expression, block) = reference.GetSyntax() switch
        {
            MethodDeclarationSyntax m => (m.ExpressionBody?.Expression, m.Body),
            LocalFunctionStatementSyntax f => (f.ExpressionBody?.Expression, f.Body),
            _ => default,
        };
        expression ??= block?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null;
        return expression is null ? null : OperationOf(expression);
    }
}
