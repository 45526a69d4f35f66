namespace Aot.Aws.Tests;

public sealed class AwsConfigurationTests
{
    [Theory]
    [InlineData("AWS_REGION=eu-west-1", true, "events.eu-west-1.amazonaws.com", 443, "/")]
    [InlineData("AWS_DEFAULT_REGION=cn-north-1", true, "events.cn-north-1.amazonaws.com.cn", 443, "/")]
    [InlineData("AWS_ENDPOINT_URL=http://localhost:4566", false, "localhost", 4566, "/")]
    [InlineData("AWS_ENDPOINT_URL=http://a AWS_ENDPOINT_URL_EVENTBRIDGE=https://b/path", true, "b", 443, "/path")]
    [InlineData("AWS_ENDPOINT_URL=http://a AWS_REGION=r AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true", true, "events.r.amazonaws.com", 443, "/")]
    public void The_endpoint_is_the_services_own_then_the_one_for_all_then_AWSs(string variables, bool isTls, string host, int port, string path)
        => Assert.Equal(new AwsEndpoint(isTls, host, (ushort)port, path), Configuration(variables).EndpointOf("EVENTBRIDGE", "events"));

    [Theory]
    [InlineData("ftp://host")]
    [InlineData("host:80")]
    [InlineData("http://")]
    [InlineData("http://host:99999")]
    [InlineData("http://host:")]
    public void An_endpoint_that_is_no_address_is_named(string endpoint)
    {
        var fault = Assert.Throws<AwsConfigurationException>(() => Configuration($"AWS_ENDPOINT_URL={endpoint}").EndpointOf("EVENTBRIDGE", "events"));

        Assert.Contains($"\"{endpoint}\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_region_the_message_says_what_to_set()
        => Assert.Contains("AWS_REGION", Assert.Throws<AwsConfigurationException>(() => Configuration("").Region).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_credentials_the_message_says_what_to_set()
        => Assert.Contains(
            "AWS_SECRET_ACCESS_KEY",
            Assert.Throws<AwsConfigurationException>(() => Configuration("AWS_ACCESS_KEY_ID=a").Credentials).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Credentials_do_not_print_their_secrets()
        => Assert.Equal("credentials id", new AwsCredentials("id", "secret", "token").ToString());

    private static AwsConfiguration Configuration(string variables)
    {
        var all = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(v => v[..v.IndexOf('=')], v => v[(v.IndexOf('=') + 1)..]);
        return new AwsConfiguration(all.GetValueOrDefault);
    }
}
