namespace Aot.Local.Lambda;

/// <summary>One function of the template, ready to run: what to start and what its processes may know and use.</summary>
/// <param name="LogicalId">The resource's name in the template.</param>
/// <param name="Executable">The absolute path of the <c>bootstrap</c> each process runs.</param>
/// <param name="ReservedConcurrency">The most processes at a time; null: the account's limit.</param>
internal sealed record FunctionDefinition(
    string LogicalId,
    string Name,
    string Arn,
    string Handler,
    string Executable,
    TimeSpan Timeout,
    int MemorySizeMb,
    IReadOnlyDictionary<string, string> Environment,
    int? ReservedConcurrency = null,
    string PackageType = "Zip");
