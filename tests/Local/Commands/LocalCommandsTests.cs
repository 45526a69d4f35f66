using Aot.Local.Commands;

namespace Aot.Local.Tests.Commands;

public sealed class LocalCommandsTests
{
    [Fact]
    public void Options_of_the_stack_are_read()
    {
        var line = LocalCommands.Create(TimeProvider.System)
            .Parse(["demo", "--port", "5000", "--mqtt-port", "0", "--template", "t.yaml", "--parameter", "A=b=c", "--parameter", "D=e"]);

        var arguments = StackArguments.Of(line);

        Assert.Empty(line.Errors);
        Assert.Equal(("demo", 5000, 0, "t.yaml"), (line.CommandResult.Command.Name, arguments.Port, arguments.MqttPort, arguments.Template));
        Assert.Equal(("b=c", "e"), (arguments.Parameters["A"], arguments.Parameters["D"]));
    }

    [Theory]
    [InlineData("'--bogus'", "--bogus")]
    [InlineData("--port", "--port")]
    [InlineData("--port needs a port from 0 to 65535, not many.", "--port", "many")]
    [InlineData("--port needs a port from 0 to 65535, not 70000.", "serve", "--port", "70000")]
    [InlineData("--parameter needs Name=value, not NoValue.", "--parameter", "NoValue")]
    [InlineData("'draw'", "draw")]
    public async Task What_is_not_understood_is_said_on_standard_error(string problem, params string[] arguments)
    {
        var (code, output, error) = await Shell.RunAsync(arguments);

        Assert.Equal((ExitCodes.WrongInput, ""), (code, output));
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.Contains("See --help.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("validate", "--help")]
    [InlineData("draw", "--help")]
    [InlineData("run", "--help")]
    [InlineData("jsonata", "--help")]
    public async Task Every_help_ends_with_examples(params string[] arguments)
    {
        var (code, output, error) = await Shell.RunAsync(arguments);

        Assert.Equal((ExitCodes.Done, ""), (code, error));
        Assert.Contains("Examples:\n  dotnet run --project src/Local", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0", output, StringComparison.Ordinal);
    }
}
