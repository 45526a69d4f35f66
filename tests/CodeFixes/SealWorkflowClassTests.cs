namespace Aot.CodeFixes.Tests;

public sealed class SealWorkflowClassTests
{
    private const string Body = "(Numbers numbers)\n{\n    public async Task RunAsync() => await numbers.NoteAsync(\"\");\n}\n";

    [Theory]
    [InlineData("class Workflow", "sealed partial class Workflow")]
    [InlineData("public class Workflow", "public sealed partial class Workflow")]
    [InlineData("public partial class Workflow", "public sealed partial class Workflow")]
    [InlineData("[StateMachine]\npublic sealed class Workflow", "[StateMachine]\npublic sealed partial class Workflow")]
    public Task The_missing_words_are_added(string before, string after) => FixTest.MendsAsync<SealWorkflowClass>(Marked(before) + Body, Marked(after) + Body);

    [Theory]
    [InlineData("public sealed partial class Workflow<T>")]
    [InlineData("public abstract class Workflow")]
    public Task What_words_cannot_mend_is_left(string before) => FixTest.OffersNothingAsync<SealWorkflowClass>(Marked(before) + Body);

    private static string Marked(string declaration) => "// A comment.\n" + (declaration.StartsWith('[') ? declaration : $"[StateMachine]\n{declaration}");
}
