public sealed record Labels(string Plain, string Expression, string Quoted, string[] All);

// Nothing in a text is evaluated: not by the template, not by JSONata, not by the deployment.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Labels> RunAsync(string input)
    {
        await numbers.NoteAsync("{% $states.input %}");
        await numbers.NoteAsync("${NotAResource} $.a $$x");
        var quoted = "it's \"quoted\" \\ `so`" + input;
        await numbers.NoteAsync(quoted);
        return new Labels("{%", "{% " + input + " %}", quoted, ["${" + input + "}", "/* no */", "\n\t", "null", "true", "1e3"]);
    }
}
