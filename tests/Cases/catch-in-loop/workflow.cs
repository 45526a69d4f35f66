public sealed record Values(int[] Items, int Limit);

// A failure in one round leaves the loop's variables as they were before the failing task.
[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Values input)
    {
        var (sum, failures) = (0, 0);
        var last = "none";
        foreach (var item in input.Items)
        {
            try
            {
                sum += 1;
                var checkedItem = await numbers.CheckAsync(item, input.Limit);
                if (checkedItem == 0)
                {
                    break;
                }

                sum += checkedItem;
            }
            catch (TooLargeException e)
            {
                failures++;
                last = e.Message;
                continue;
            }
            catch (VeryOddException)
            {
                last = "odd";
            }

            await numbers.NoteAsync($"after {item}");
        }

        return $"{sum} {failures} {last}";
    }
}
