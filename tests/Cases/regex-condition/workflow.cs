using System.Text.RegularExpressions;

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(string line)
    {
        if (Regex.IsMatch(line, "^ord-[0-9]+$"))
            await numbers.NoteAsync(Regex.Replace(line, "^ord-([0-9]+)$", "$1"));
        var match = Regex.Match(line, "([a-z]+)=([0-9]+)");
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : match.Value;
    }
}
