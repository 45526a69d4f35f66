namespace Aot.Generators.Sam;

/// <summary>Something that invokes a function: one event attribute of its method.</summary>
internal abstract record FunctionEvent;

/// <summary><c>[IotRule("SELECT * FROM 'bbq/+/telemetry'")]</c></summary>
internal sealed record IotRule(string Sql, string SqlVersion) : FunctionEvent;

/// <summary><c>[SqsEventSource("JobQueue")]</c></summary>
/// <param name="ReportsFailures">Whether the function names the messages that failed.</param>
internal sealed record SqsEventSource(string Queue, int BatchSize, int WindowSeconds, int MaximumConcurrency, bool ReportsFailures) : FunctionEvent;

/// <summary><c>[HttpApi("GET", "/orders/{id}")]</c></summary>
internal sealed record HttpRoute(string Method, string Path, string? Api) : FunctionEvent;

/// <summary><c>[FunctionUrl]</c></summary>
internal sealed record FunctionUrl(bool IsPublic, bool IsStreaming);
