public sealed record Parts(string[] Texts);

// `number` and `last` begin inside a branch: on the other path they have no old value to keep.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(Parts input)
    {
        var sum = 0;
        foreach (var text in input.Texts)
        {
            if (int.Parse(text) > 2)
            {
                var number = int.Parse(text) * 10;
            }

            if (text == "1")
            {
                sum += 1;
            }
            else if (text == "7")
            {
                string? last = null;
            }
        }

        return await numbers.DoubleAsync(sum);
    }
}
