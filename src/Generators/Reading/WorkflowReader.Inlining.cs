using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Private methods and local functions are read in place of their call.
internal sealed partial class WorkflowReader
{
    // The body to put in place of a call; null where the call is no statement of the workflow. Expressions of other methods are the expression reader's.
    private IOperation? InlineBodyOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isOwn = method.MethodKind == MethodKind.LocalFunction || SymbolEqualityComparer.Default.Equals(method.ContainingType, _class);
        if (!isOwn || method.IsGenericMethod || method.DeclaringSyntaxReferences.Length == 0)
            return null;
        var body = BodyOf(method);
        var isExpression = !method.ReturnType.IsTask() && !method.ReturnsVoid && IsOneExpression(body);
        return isExpression ? null : body;
    }

    private static bool IsOneExpression(IOperation? body) => body switch
    {
        IMethodBodyOperation { BlockBody: { } block } => IsOneExpression(block),
        IMethodBodyOperation { ExpressionBody: not null } => true,
        ILocalFunctionOperation { Body: { } block } => IsOneExpression(block),
        IBlockOperation { Operations: [IReturnOperation] } => true,
        _ => false,
    };

    // x = await HelperAsync(a);
    //   ──▶
    // p = a; { body with `return v` as `x = v; leave` }
    private void Inline(IInvocationOperation call, IOperation body, string? variable)
    {
        var method = call.TargetMethod;
        if (_place.Methods.Any(m => SymbolEqualityComparer.Default.Equals(m, method)))
        {
            _sink.Report(Descriptors.Recursion, call.Syntax.GetLocation(), method.Name);
            return;
        }

        var word = SymbolFacts.Word(method.Name);
        var origin = At(word, call);
        var outer = _place;
        var end = NewLabel();
        var steps = ReadBlock(() =>
        {
            _place = outer with { Prefix = origin.Name + "." };
            BindParameters(call, body);
            _place = _place with { Methods = [method, .. outer.Methods], Frame = new InlineFrame(end, variable, outer.Finallies.Count) };
            ReadBody(body);
            _place = outer;
        });
        Add(new LabeledStep(origin, steps, end));
    }

    private Expr InlineIntoNew(IInvocationOperation call, IOperation body)
    {
        var variable = _names.Create("result");
        Inline(call, body, variable);
        return new VariableExpr(variable, _expressions.Types.Read(call.TargetMethod.ReturnType));
    }

    private void BindParameters(IInvocationOperation call, IOperation body)
    {
        // Every argument is read before a parameter is bound: the caller may be the same method's earlier copy.
        var arguments = call.Arguments.Where(a => a.Parameter is not null).Select(a => (Parameter: a.Parameter!, Value: ReadExpression(a.Value))).ToList();
        foreach (var (parameter, value) in arguments)
        {
            if (parameter.RefKind != RefKind.None)
                Reject(call, $"The '{parameter.RefKind.ToString().ToLowerInvariant()}' parameter '{parameter.Name}'", "return the value");
            if (IsFixed(value, call.TargetMethod) && !IsAssigned(parameter, body))
                _bindings[parameter] = new Binding(value, _place.Branch);
            else
                Add(new AssignStep(At(parameter.Name, call), NewVariable(parameter, _expressions.Types.Read(parameter.Type)), value));
        }
    }

    // What cannot change while the method runs needs no copy. A method cannot assign its caller's variables; a local function can.
    private static bool IsFixed(Expr value, IMethodSymbol method) => value switch
    {
        ConstantExpr or InputExpr or ResourceExpr or InvalidExpr => true,
        MemberExpr member => IsFixed(member.Target, method),
        ItemExpr { IsPresent: true } item => IsFixed(item.Target, method) && IsFixed(item.Index, method),
        VariableExpr => method.MethodKind != MethodKind.LocalFunction,
        _ => false,
    };
}
