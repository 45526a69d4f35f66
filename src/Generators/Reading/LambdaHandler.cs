using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>What a workflow needs to know of a method with <c>[LambdaFunction]</c>.</summary>
/// <param name="HandlerName">The class name for <c>Handle</c> and <c>HandleAsync</c>, else the method name without <c>Async</c>.</param>
/// <param name="LogicalId">Logical id of the function in the template.</param>
/// <param name="TimeoutSeconds">The function's own timeout; null where the template's globals say it.</param>
internal sealed record LambdaHandler(string HandlerName, string LogicalId, int? TimeoutSeconds)
{
    /// <summary>The method's function, or null where it is none.</summary>
    public static LambdaHandler? Of(IMethodSymbol method)
    {
        if (method.Find(KnownNames.LambdaFunctionAttribute, KnownNames.AmazonLambdaFunctionAttribute) is not { } attribute)
            return null;
        var methodName = SymbolFacts.WithoutAsync(method.Name);
        var handlerName = methodName == "Handle" ? method.ContainingType.Name : methodName;
        var timeoutSeconds = attribute.Named("Timeout")?.Value switch
        {
            int seconds when seconds > 0 => seconds,
            uint seconds when seconds > 0 => (int)seconds,
            _ => (int?)null,
        };
        return new LambdaHandler(handlerName, attribute.NamedString("ResourceName") ?? handlerName + "Function", timeoutSeconds);
    }

    /// <summary>True for what the runtime passes beside the payload.</summary>
    public static bool IsAmbient(IParameterSymbol parameter) =>
        parameter.Type.FullName() is KnownNames.LambdaContext or KnownNames.AmazonLambdaContext or "System.Threading.CancellationToken";
}
