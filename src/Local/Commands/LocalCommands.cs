using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Aot.Local.Demo;

namespace Aot.Local.Commands;

/// <summary>The command line: what there is, in the order of its help.</summary>
internal static class LocalCommands
{
    public static RootCommand Create(TimeProvider time)
    {
        var root = new RootCommand("Runs the stack of a SAM template on this machine, and Step Functions definitions by themselves.");
        var serve = new Command("serve", "Serve the template until Ctrl-C (the default).");
        foreach (var command in (Command[])[root, serve])
        {
            StackArguments.AddTo(command);
            command.SetAction(async (line, stop) =>
            {
                await ServeCommand.RunAsync(StackArguments.Of(line), time, Output(line), stop);
                return ExitCodes.Done;
            });
        }
        var demo = new Command("demo", "Play the three systems of this repository on real input, say what happened, stop.");
        StackArguments.AddTo(demo);
        demo.SetAction(async (line, stop) => await DemoCommand.RunAsync(StackArguments.Of(line), time, Output(line), stop) ? ExitCodes.Done : ExitCodes.Wrong);

        root.Subcommands.Add(serve);
        root.Subcommands.Add(demo);
        root.Subcommands.Add(ValidateCommand.Create());
        root.Subcommands.Add(DrawCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(JsonataCommand.Create(time));
        WithExamples(root);
        return root;
    }

    /// <summary>Runs a command line that was understood; errors of the user's become sentences on standard error.</summary>
    public static async Task<int> InvokeAsync(RootCommand root, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var line = root.Parse(arguments);
        if (line.Errors.Count > 0 && line.Action is not HelpWithExamples)
        {
            foreach (var problem in line.Errors.Select(e => e.Message).Distinct()) await error.WriteLineAsync(problem);
            await error.WriteLineAsync("See --help.");
            return ExitCodes.WrongInput;
        }
        return await line.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
    }

    private static TextWriter Output(ParseResult line) => line.InvocationConfiguration.Output;

    private static void WithExamples(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult line)
        {
            usual.Invoke(line);
            Output(line).WriteLine(Examples.Of(line.CommandResult.Command.Name));
            return ExitCodes.Done;
        }
    }
}
