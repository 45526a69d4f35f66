using System.Text.Json;

namespace Aot.Testing;

/// <summary>How a run of a workflow ended, and what it called.</summary>
/// <param name="Output">The result as JSON; <c>null</c> as text where the workflow gives none; null where it failed.</param>
/// <param name="Error">The error's name, as a <c>catch</c> of a state machine knows it; null where the run succeeded.</param>
/// <param name="Message">The exception's message; null where the run succeeded.</param>
/// <param name="Calls">The tasks in the order they were called.</param>
public sealed record WorkflowRun(string? Output, string? Error, string? Message, IReadOnlyList<WorkflowCall> Calls)
{
    /// <summary>True where the workflow returned.</summary>
    public bool Succeeded => Error is null;

    /// <summary>The result as an object.</summary>
    /// <exception cref="InvalidOperationException">The run failed.</exception>
    public T? Result<T>() => Succeeded
        ? (T?)WireJson.Read(Output!, typeof(T))
        : throw new InvalidOperationException($"The workflow gave no result; it failed with {Error}: {Message}");
}

/// <summary>One call of a task.</summary>
/// <param name="Method">Interface or handler class, and method: <c>IPayments.ChargeAsync</c>.</param>
/// <param name="Arguments">An object with the parameters' names, as JSON.</param>
public sealed record WorkflowCall(string Method, string Arguments)
{
    /// <summary>One of the arguments as an object.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public T? Argument<T>(string parameter)
    {
        using var arguments = JsonDocument.Parse(Arguments);
        return (T?)WireJson.Read(arguments.RootElement.GetProperty(parameter).GetRawText(), typeof(T));
    }

    /// <summary>The call as C# would write it.</summary>
    public override string ToString() => $"{Method}({Arguments})";
}
