namespace Aot.Local.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_it_serves() => Assert.Equal("serve", CommandLine.Parse([]).Command);

    [Fact]
    public void Options_are_read()
    {
        var line = CommandLine.Parse(["demo", "--port", "5000", "--mqtt-port", "0", "--template", "t.yaml", "--parameter", "A=b=c"]);

        Assert.Equal(("demo", 5000, 0, "t.yaml", "b=c"), (line.Command, line.Port, line.MqttPort, line.Template, line.Parameters["A"]));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--port")]
    [InlineData("--port", "many")]
    [InlineData("--port", "70000")]
    [InlineData("--parameter", "NoValue")]
    [InlineData("--port", "1", "demo")]
    public void What_is_not_understood_is_refused(params string[] arguments) => Assert.Throws<UsageException>(() => CommandLine.Parse(arguments));
}
