using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadCall(IInvocationOperation call, IReadScope scope)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return NoCounterpart(call, scope, "a function is no value there; call a method instead");
        if (method.ContainingType.FullName() == ShapeNames.StateMachineResource && method is { Name: "Of", TypeArguments: [var workflow] })
        {
            return Resources.ReadMachine(method.ContainingType, workflow) is { } machine
                ? machine
                : NoCounterpart(call, scope, $"'{workflow.Name}' has no [StateMachine] attribute");
        }

        if (method.ContainingType.FullName() == ShapeNames.Jsonata && method.Name == "Eval")
            return ReadSource(call, scope);
        if (LambdaHandler.Of(method) is not null)
            return NoCounterpart(call, scope, "a Lambda function called from a workflow returns a Task; let it, and write 'var result = await …;' first");
        if (!IsFrameworkMethod(method))
            return ReadOwnMethod(call, scope);
        if (method.ContainingType.FullName() is "System.Linq.Enumerable" or "System.MemoryExtensions")
            return ReadQuery(call, scope);
        if (IsRegex(method))
            return ReadRegexCall(call, scope);
        if (ReadIdiom(call, scope) is { } idiom)
            return idiom;
        if (method is { Name: "Equals", Parameters.Length: 1, IsStatic: false } && call.Instance is not null)
            return ReadEquals(call, scope);
        if (method is { Name: "ToString" } && call.Instance is not null)
            return ReadToString(call, scope);

        var owner = call.Instance is null ? null : method.ContainingType.FullName() == "System.TimeProvider" ? Times.Now : Require(Read(call.Instance, scope));
        if (owner is InvalidExpr)
            return owner;
        return owner is { Type.Kind: JsonKind.Array or JsonKind.Dictionary } ? ReadCollectionCall(call, owner, scope) : ReadScalarCall(call, owner, scope);
    }

    private Expr ReadScalarCall(IInvocationOperation call, Expr? owner, IReadScope scope)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType == SpecialType.System_String)
            return ReadStringCall(call, owner, scope);

        var arguments = new List<Expr>();
        foreach (var argument in InOrder(call))
            arguments.Add(IsFormat(argument.Parameter) ? new InvalidExpr() : Require(Read(argument.Value, scope), "ArgumentNullException"));
        if (call.Arguments.Where(a => !IsFormat(a.Parameter)).Count() != arguments.Count(a => a is not InvalidExpr))
            return new InvalidExpr();

        return method.ContainingType.FullName() switch
        {
            "System.Math" => ReadMath(call, arguments, scope),
            "System.Char" or "char" => ReadCharacterTest(call, arguments, scope),
            "System.Guid" when method.Name == "NewGuid" => new CallExpr("uuid", [], JsonType.Guid, CallTraits.IsVolatile),
            "System.DateTimeOffset" or "System.TimeSpan" or "System.TimeProvider" => ReadTimeCall(call, owner, arguments, scope),
            _ when method.Name == "Parse" && (IsNumber(method.ContainingType) || method.ContainingType.FullName() == "System.Guid") => ReadParse(call, arguments[0], scope),
            _ when IsNumber(method.ContainingType) && method.IsStatic && method.Name != "TryParse" => ReadMath(call, arguments, scope),
            _ => NoCounterpart(call, scope, "use LINQ, string, Math and DateTimeOffset methods that docs/authoring.md lists, or a Lambda function"),
        };
    }

    // A number's own notation is the same everywhere; only what comes from a person has a culture.
    private static bool IsFormat(IParameterSymbol? parameter) => parameter?.Type.FullName() == "System.IFormatProvider";

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Double;

    private Expr ReadEquals(IInvocationOperation call, IReadScope scope)
    {
        var left = Require(Read(call.Instance!, scope));
        var right = Read(call.Arguments[0].Value, scope);
        return left is InvalidExpr || right is InvalidExpr ? new InvalidExpr() : Equal(left, right, call, scope);
    }

    private Expr ReadToString(IInvocationOperation call, IReadScope scope)
    {
        var format = call.Arguments.FirstOrDefault(a => a.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
        return format is null or { ConstantValue: { HasValue: true, Value: string } }
            ? ReadText(call.Instance!, format?.ConstantValue.Value as string, scope)
            : NoCounterpart(call, scope, "the format is a constant");
    }

    private static IEnumerable<IArgumentOperation> InOrder(IInvocationOperation call) => call.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0);

    private static bool IsFrameworkMethod(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
