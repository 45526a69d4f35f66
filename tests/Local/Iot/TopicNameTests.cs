using Aot.Local.Iot;

namespace Aot.Local.Tests.Iot;

public sealed class TopicNameTests
{
    [Theory]
    [InlineData("bbq/pit/telemetry", true)]
    [InlineData("$aws/rules/Forward/bbq/pit/telemetry", true)]
    [InlineData("a/b/c/d/e/f/g/h", true)]
    [InlineData("$aws/rules/Forward/a/b/c/d/e/f/g/h", true)]
    [InlineData("a/b/c/d/e/f/g/h/i", false)]
    [InlineData("", false)]
    [InlineData("bbq/+/telemetry", false)]
    [InlineData("bbq/#", false)]
    [InlineData("bbq/\0", false)]
    public void A_topic_has_no_wildcards_and_few_levels(string topic, bool isTopic) => Assert.Equal(isTopic, TopicName.Problem(topic) is null);

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_topic_is_256_bytes_at_most(int length, bool isTopic) => Assert.Equal(isTopic, TopicName.Problem(new string('x', length)) is null);
}
