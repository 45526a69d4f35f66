[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<double> RunAsync(double x)
    {
        var rounded = Math.Round(x, 1);
        if (Math.Abs(rounded) >= 1)
            await numbers.NoteAsync($"{rounded:F1}");
        return Math.Clamp(Math.Floor(x) + Math.Ceiling(x), -3, 3) + Math.Truncate(x) + Math.Max(Math.Sqrt(4), Math.Pow(x, 2));
    }
}
