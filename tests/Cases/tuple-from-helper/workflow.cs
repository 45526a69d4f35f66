[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<int> RunAsync(int n)
    {
        var (quotient, rest) = Divide(n, 3);
        return await numbers.AddAsync(quotient, rest);

        static (int Quotient, int Left) Divide(int a, int b) => (a / b, a % b);
    }
}
