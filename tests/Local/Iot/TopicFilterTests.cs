using Aot.Local.Iot;

namespace Aot.Local.Tests.Iot;

public sealed class TopicFilterTests
{
    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/b/c", false)]
    [InlineData("a/+", "a/b", true)]
    [InlineData("a/+", "a", false)]
    [InlineData("a/+", "a/b/c", false)]
    [InlineData("a/+/c", "a/b/c", true)]
    [InlineData("a/#", "a/b/c", true)]
    [InlineData("a/#", "a", true)]
    [InlineData("#", "a/b", true)]
    [InlineData("#", "$aws/things", false)]
    [InlineData("$aws/#", "$aws/things", true)]
    [InlineData("+/b", "$aws/b", false)]
    public void Filters_match_as_in_MQTT(string filter, string topic, bool matches) => Assert.Equal(matches, TopicFilter.Matches(filter, topic));
}
