namespace Aot.CodeFixes.Tests;

public sealed class StateResourcesTests
{
    [Fact]
    public Task The_attribute_states_them() => FixTest.MendsAsync<StateResources>(Source(""), Source(", Resources = [\"*\"]"));

    private static string Source(string resources) => $$"""
        public interface ILone
        {
            [ServiceIntegration("arn:aws:states:::aws-sdk:lone:call"{{resources}})]
            Task CallAsync(LoneRequest request);
        }

        [AwsShape] public sealed record LoneRequest(int Value);

        [StateMachine]
        public sealed partial class Workflow(ILone lone)
        {
            public async Task RunAsync() => await lone.CallAsync(new LoneRequest(1));
        }
        """;
}
