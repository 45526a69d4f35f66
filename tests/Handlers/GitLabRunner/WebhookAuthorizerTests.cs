using Aot.Handlers.GitLabRunner;
using Aot.Runtime;
using Aot.Runtime.Events;

namespace Aot.Handlers.Tests.GitLabRunner;

public sealed class WebhookAuthorizerTests
{
    [Theory]
    [InlineData("current-secret", true)]
    [InlineData("previous-secret", true)]
    [InlineData("current-secreT", false)]
    [InlineData("current-secret-and-more", false)]
    [InlineData("", false)]
    public void Only_the_current_and_the_previous_token_pass(string token, bool isAuthorized)
        => Assert.Equal(isAuthorized, Authorize("current-secret", "previous-secret", [token]));

    [Fact]
    public void Nothing_passes_while_no_token_is_configured()
    {
        Assert.False(Authorize(null, null, [""]));
        Assert.False(Authorize("", "", [""]));
    }

    [Fact]
    public void A_request_without_the_header_does_not_pass()
    {
        Assert.False(Authorize("current-secret", null, null));
        Assert.False(Authorize("current-secret", null, []));
    }

    private static bool Authorize(string? current, string? previous, string[]? identitySource)
    {
        var environment = new LambdaEnvironment(name => name switch
        {
            "GITLAB_WEBHOOK_TOKEN" => current,
            "GITLAB_WEBHOOK_TOKEN_PREVIOUS" => previous,
            _ => null,
        });
        var request = new HttpApiAuthorizerRequest("arn", "POST /webhook/gitlab", "/webhook/gitlab", identitySource, null, null);
        try
        {
            return new WebhookAuthorizer(environment).Handle(request).IsAuthorized;
        }
        catch (WebhookUnauthorizedException refusal)
        {
            Assert.Equal("Unauthorized", refusal.Message);
            return false;
        }
    }
}
