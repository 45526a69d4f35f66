namespace Aot.Local.Lambda;

/// <summary>What every process of the emulator gets from it.</summary>
/// <param name="Endpoint">Where the emulator listens: the processes' <c>AWS_ENDPOINT_URL</c>.</param>
/// <param name="Print">Takes each line a process writes, with the function's name.</param>
internal sealed record SandboxHost(string Endpoint, string Region, TimeProvider Time, Action<string, string> Print);
