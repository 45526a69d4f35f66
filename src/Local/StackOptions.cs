using Aot.Local.Services.StepFunctions;

namespace Aot.Local;

/// <summary>What to run and where it listens.</summary>
/// <param name="Port">0: any free port.</param>
/// <param name="MqttPort">0: any free port.</param>
/// <param name="KeptExecutions">How many finished executions can still be described.</param>
internal sealed record StackOptions(string Template, int Port, int MqttPort, IReadOnlyDictionary<string, string> Parameters, string Region = "us-east-1",
    int KeptExecutions = StepFunctionsService.DefaultKeptExecutions);
