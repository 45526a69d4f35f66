using Aot.Local.Json;

namespace Aot.Local.HttpApi;

/// <summary>Runs a function and waits for its result.</summary>
internal interface IFunctionInvoker
{
    /// <exception cref="Services.ServiceException">The function is unknown or refuses the event.</exception>
    Task<FunctionAnswer> InvokeAsync(string functionArn, Value payload, CancellationToken cancellationToken);
}

/// <summary>A function's result or error object.</summary>
internal sealed record FunctionAnswer(Value Payload, bool IsError);
