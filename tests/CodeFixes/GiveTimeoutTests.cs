namespace Aot.CodeFixes.Tests;

public sealed class GiveTimeoutTests
{
    [Fact]
    public Task The_service_gets_one() => FixTest.MendsAsync<GiveTimeout>(Source("ILone lone"), Source("[TaskTimeout(60)] ILone lone"));

    private static string Source(string dependency) => $$"""
        public interface ILone
        {
            [ServiceIntegration("arn:aws:states:::aws-sdk:glue:getJob", Resources = ["*"])]
            Task CallAsync(LoneRequest request);
        }

        [AwsShape] public sealed record LoneRequest(int Value);

        [StateMachine]
        public sealed partial class Workflow(Numbers numbers, {{dependency}})
        {
            public async Task RunAsync()
            {
                try
                {
                    await lone.CallAsync(new LoneRequest(1));
                }
                catch (StatesTimeoutException)
                {
                    await numbers.NoteAsync("too late");
                }
            }
        }
        """;
}
