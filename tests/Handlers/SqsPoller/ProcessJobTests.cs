using Aot.Handlers.SqsPoller;

namespace Aot.Handlers.Tests.SqsPoller;

public sealed class ProcessJobTests
{
    [Theory]
    [InlineData("""{"lines":[{"quantity":2,"unitPriceCents":450},{"quantity":1,"unitPriceCents":-50}]}""", 2, 850)]
    [InlineData("""{"customer":{"lines":7},"lines":[]}""", 0, 0)]
    [InlineData("""{"lines":[{"unitPriceCents":450}]}""", 1, 0)]
    public async Task An_order_is_added_up(string body, int lines, long totalCents)
        => Assert.Equal(new ProcessedJob("m-1", lines, totalCents), await new ProcessJob().HandleAsync(new Job("m-1", body)));

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{"lines":[{"quantity":"two"}]}""")]
    [InlineData("""{"lines":[{"quantity":9223372036854775807,"unitPriceCents":2}]}""")]
    [InlineData("""{"lines":[{"quantity":1}""")]
    public async Task A_body_that_is_no_order_is_rejected_with_its_id(string body)
    {
        var rejection = await Assert.ThrowsAsync<JobRejectedException>(() => new ProcessJob().HandleAsync(new Job("m-1", body)));

        Assert.StartsWith("message m-1 is no order: ", rejection.Message);
    }

    [Fact]
    public void The_rejection_keeps_the_name_that_workflows_catch()
    {
        Assert.Equal("JobRejectedException", typeof(JobRejectedException).Name);
        Assert.True(typeof(JobRejectedException).IsSealed);
    }
}
