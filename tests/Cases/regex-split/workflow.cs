using System.Text.RegularExpressions;

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(string line)
    {
        var total = 0;
        foreach (var part in Regex.Split(line, "[,;] *"))
        {
            var doubled = await numbers.DoubleAsync(int.Parse(part));
            total += doubled;
        }

        return total;
    }
}
