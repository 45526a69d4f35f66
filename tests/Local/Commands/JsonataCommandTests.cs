using Aot.Local.Commands;

namespace Aot.Local.Tests.Commands;

public sealed class JsonataCommandTests
{
    [Theory]
    [InlineData("$sum([1..10])", "55\n")]
    [InlineData("{% 'a' & 'b' %}", "\"ab\"\n")]
    [InlineData("nothing", "")]
    public async Task An_expression_is_evaluated(string expression, string expected) =>
        Assert.Equal((ExitCodes.Done, expected, ""), await Shell.RunAsync("jsonata", expression));

    [Fact]
    public async Task The_input_is_read_from_a_file()
    {
        using var file = new Shell.TempFile("""{"orders":[{"id":"a","total":5},{"id":"b","total":500}]}""");

        Assert.Equal((ExitCodes.Done, "\"b\"\n", ""), await Shell.RunAsync("jsonata", "orders[total > 100].id", "--input", file.Path));
        Assert.Equal((ExitCodes.Done, "2\n", ""), await Shell.RunAsync("jsonata", "$count($states.input.orders)", "--input", file.Path, "--step-functions"));
    }

    [Theory]
    [InlineData("1 +", ExitCodes.WrongInput, "S0207")]
    [InlineData("'a' + 1", ExitCodes.Wrong, "T2001")]
    public async Task A_mistake_is_told_with_its_code(string expression, int expected, string problem)
    {
        var (code, output, error) = await Shell.RunAsync("jsonata", expression);

        Assert.Equal((expected, ""), (code, output));
        Assert.StartsWith(problem, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_marked_in_its_line()
    {
        var (_, _, error) = await Shell.RunAsync("jsonata", "1 +\n'a' * 2");

        Assert.Contains("\n  'a' * 2\n      ^\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_Functions_has_no_eval()
    {
        var (code, _, error) = await Shell.RunAsync("jsonata", "$eval('1')", "--step-functions");

        Assert.Equal(ExitCodes.WrongInput, code);
        Assert.Contains("$eval", error, StringComparison.Ordinal);
    }
}
