public sealed record Sale(string Region, string Product, int Cents, string? Coupon = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string[]> RunAsync(Sale[] sales)
    {
        var codes = new[] { new { Name = "tea", Code = 1 }, new { Name = "rum", Code = 2 } };
        var lines = (from s in sales join c in codes on s.Product equals c.Name select $"{s.Region}-{c.Code}").ToArray();
        await numbers.NoteAsync($"{lines.Length}");
        return lines;
    }
}
