// Names that mean something in JSONata or Step Functions are as good as others.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int input)
    {
        var count = input + 1;
        var sum = count * 2;
        var states = new[] { count, sum };
        var @string = $"{sum}";
        var _hidden = states.Select(and => and + count).Where(or => or > 3).ToArray();
        foreach (var not in _hidden)
        {
            var now = await numbers.AddAsync(not, sum);
            count += now;
        }

        await numbers.NoteAsync(@string + states.Length);
        var map = await numbers.DoubleAsync(count);
        return map + _hidden.Length;
    }
}
