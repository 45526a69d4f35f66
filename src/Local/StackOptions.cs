namespace Aot.Local;

/// <summary>What to run and where it listens.</summary>
/// <param name="Port">0: any free port.</param>
/// <param name="MqttPort">0: any free port.</param>
internal sealed record StackOptions(string Template, int Port, int MqttPort, IReadOnlyDictionary<string, string> Parameters, string Region = "us-east-1");
