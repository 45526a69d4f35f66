namespace Aot.Local;

/// <summary>What the user asked for.</summary>
/// <param name="Command"><c>serve</c>, <c>demo</c> or <c>help</c>.</param>
/// <param name="Port">Null: the command's own choice.</param>
internal sealed record CommandLine(string Command, string Template, int? Port, int? MqttPort, IReadOnlyDictionary<string, string> Parameters)
{
    public const int DefaultPort = 4566, DefaultMqttPort = 1883;

    public const string Help = """
        Runs the stack of a SAM template on this machine.

          dotnet run --project src/Local [-- [serve|demo] [options]]

        Commands
          serve                     Serve until Ctrl-C (the default).
          demo                      Play the three systems of this repository on real input, say what happened, stop.
                                    Exits with 1 when anything is lost or wrong.

        Options
          --template <file>         The template; template.yaml of this folder or the nearest above by default.
          --port <number>           Where AWS's APIs and the template's HTTP APIs listen: 4566; demo: any free port. 0 means any free port.
          --mqtt-port <number>      Where the MQTT broker listens: 1883; demo: any free port. 0 means any free port.
          --parameter <Name=value>  A value for a parameter of the template; may be repeated.
          --help                    This text.

        Examples
          dotnet run --project src/Local
          dotnet run --project src/Local -- demo
          dotnet run --project src/Local -- --port 5000 --parameter GitLabWebhookToken=0123456789abcdef
          aws --endpoint-url http://127.0.0.1:4566 sqs list-queues

        Exit codes: 0 done, 1 the demo found something wrong, 2 the command line or the template is wrong, 3 something of the machine is missing
        (a C toolchain, a free port).
        """;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">They are not understood.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine("serve", "", null, null, new Dictionary<string, string>());
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            switch (argument)
            {
                case "serve" or "demo" when i == 0:
                    line = line with { Command = argument };
                    break;
                case "--help" or "-h" or "help":
                    return line with { Command = "help" };
                case "--template":
                    line = line with { Template = Next(arguments, ref i) };
                    break;
                case "--port":
                    line = line with { Port = PortOf(argument, Next(arguments, ref i)) };
                    break;
                case "--mqtt-port":
                    line = line with { MqttPort = PortOf(argument, Next(arguments, ref i)) };
                    break;
                case "--parameter":
                    var pair = Next(arguments, ref i).Split('=', 2);
                    if (pair.Length != 2 || pair[0].Length == 0) throw new UsageException($"--parameter needs Name=value, not {pair[0]}.");
                    parameters[pair[0]] = pair[1];
                    break;
                default:
                    throw new UsageException($"'{argument}' is not understood.");
            }
        }
        return line with { Parameters = parameters };
    }

    private static string Next(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw new UsageException($"{arguments[i - 1]} needs a value.");

    private static int PortOf(string option, string text) =>
        int.TryParse(text, out var port) && port is >= 0 and <= 65535 ? port : throw new UsageException($"{option} needs a port from 0 to 65535, not {text}.");
}

/// <summary>The command line is not understood.</summary>
internal sealed class UsageException(string problem) : Exception(problem);
