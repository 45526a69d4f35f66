namespace Aot.Local;

/// <summary>Where the stack's messages go.</summary>
/// <param name="Line">Progress, warnings, failures: whole sentences.</param>
/// <param name="FunctionLine">What functions write, with the function's name.</param>
internal sealed record StackOutput(Action<string> Line, Action<string, string> FunctionLine);
