using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class ExtractAwaitedCallTests
{
    [Theory]
    [InlineData("// Why.\nreturn 1 + await numbers.DoubleAsync(n);", "// Why.\nvar doubleResult = await numbers.DoubleAsync(n);\nreturn 1 + doubleResult;")]
    [InlineData("if ((await numbers.DoubleAsync(n)) > 1)\n    return 1;\nreturn 0;", "var doubleResult = await numbers.DoubleAsync(n);\nif (doubleResult > 1)\n    return 1;\nreturn 0;")]
    [InlineData("var doubleResult = 1;\nreturn doubleResult + await numbers.DoubleAsync(n);", "var doubleResult = 1;\nvar doubleResult2 = await numbers.DoubleAsync(n);\nreturn doubleResult + doubleResult2;")]
    [InlineData(
        "if (n > 1)\n    return -await numbers.DoubleAsync(n);\nreturn 0;",
        "if (n > 1)\n{\n    var doubleResult = await numbers.DoubleAsync(n);\n    return -doubleResult;\n}\nreturn 0;")]
    public Task The_call_moves_in_front(string before, string after) => MendsAsync<ExtractAwaitedCall>(Workflow(before), Workflow(after));

    [Fact]
    public Task A_method_of_one_expression_gets_a_body() => MendsAsync<ExtractAwaitedCall>(
        "[StateMachine]\npublic sealed partial class Workflow(Numbers numbers)\n{\n    public async Task<int> RunAsync(int n) => 1 + await numbers.DoubleAsync(n);\n}\n",
        "[StateMachine]\npublic sealed partial class Workflow(Numbers numbers)\n{\n    public async Task<int> RunAsync(int n)\n    {\n        var doubleResult = await numbers.DoubleAsync(n);\n        return 1 + doubleResult;\n    }\n}\n");

    [Theory]
    [InlineData("while (await numbers.DoubleAsync(n) > 1)\n    n--;\nreturn n;")]
    [InlineData("return n > 1 ? await numbers.DoubleAsync(n) : 0;")]
    [InlineData("var isMore = n > 1 && await numbers.DoubleAsync(n) > 1;\nreturn 0;")]
    public Task A_call_that_does_not_always_run_once_stays(string statements) => OffersNothingAsync<ExtractAwaitedCall>(Workflow(statements));
}
