using System.CommandLine;
using System.CommandLine.Parsing;

namespace Aot.Local.Commands;

/// <summary>What <c>serve</c> and <c>demo</c> are told.</summary>
/// <param name="Template">Empty: the nearest template.yaml.</param>
/// <param name="Port">Null: the command's own choice.</param>
/// <param name="MqttPort">Null: the command's own choice.</param>
/// <param name="KeptExecutions">Null: as many as by default.</param>
internal sealed record StackArguments(string Template, int? Port, int? MqttPort, IReadOnlyDictionary<string, string> Parameters, int? KeptExecutions)
{
    private static readonly Option<string> _template = new("--template")
    {
        Description = "The template; template.yaml of this folder or the nearest above by default.",
        HelpName = "file",
    };

    private static readonly Option<int?> _port = PortOption("--port", "Where AWS's APIs, the template's HTTP APIs and the dashboard listen: 4566; demo: any free port. 0 means any free port.");

    private static readonly Option<int?> _mqttPort = PortOption("--mqtt-port", "Where the MQTT broker listens: 1883; demo: any free port. 0 means any free port.");

    private static readonly Option<KeyValuePair<string, string>[]> _parameters = new("--parameter")
    {
        Description = "A value for a parameter of the template; may be repeated.",
        HelpName = "Name=value",
        CustomParser = result => [.. result.Tokens.Select(token => Pair(result, token.Value))],
    };

    private static readonly Option<int?> _keptExecutions = new("--kept-executions")
    {
        Description = "How many finished Standard executions can still be described: 10000.",
        HelpName = "number",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (int.TryParse(text, out var count) && count > 0) return count;
            result.AddError($"--kept-executions needs a number from 1, not {text}.");
            return null;
        },
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(_template);
        command.Options.Add(_port);
        command.Options.Add(_mqttPort);
        command.Options.Add(_parameters);
        command.Options.Add(_keptExecutions);
    }

    public static StackArguments Of(ParseResult line)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in line.GetValue(_parameters) ?? []) parameters[name] = value; // the last one wins
        return new StackArguments(line.GetValue(_template) ?? "", line.GetValue(_port), line.GetValue(_mqttPort), parameters, line.GetValue(_keptExecutions));
    }

    private static Option<int?> PortOption(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (int.TryParse(text, out var port) && port is >= 0 and <= 65535) return port;
            result.AddError($"{name} needs a port from 0 to 65535, not {text}.");
            return null;
        },
    };

    private static KeyValuePair<string, string> Pair(ArgumentResult result, string text)
    {
        var pair = text.Split('=', 2);
        if (pair.Length == 2 && pair[0].Length > 0) return KeyValuePair.Create(pair[0], pair[1]);
        result.AddError($"--parameter needs Name=value, not {text}.");
        return default;
    }
}
