using System.Security.Cryptography;
using System.Text;
using Aot.Runtime;

namespace Aot.Handlers.GitLabRunner;

/// <summary>What API Gateway asks an authorizer of payload format 2.0; only what is looked at.</summary>
/// <param name="IdentitySource">The values of the identity source, here of the header <c>X-Gitlab-Token</c>.</param>
public sealed record AuthorizerRequest(string[]? IdentitySource);

/// <summary>A simple response of an authorizer.</summary>
/// <param name="IsAuthorized">False makes API Gateway answer 403.</param>
public sealed record AuthorizerResponse(bool IsAuthorized);

/// <summary>Lets a webhook through when it carries the secret token.</summary>
/// <param name="environment">Holds <c>GITLAB_WEBHOOK_TOKEN</c>, and <c>GITLAB_WEBHOOK_TOKEN_PREVIOUS</c> while the token is being changed.</param>
public class WebhookAuthorizer(LambdaEnvironment environment)
{
    /// <summary>Compares the header with the current and the previous token, in a time that does not depend on where they differ.</summary>
    [LambdaFunction(MemorySize = 128, Timeout = 5)]
    [EnvironmentVariable("GITLAB_WEBHOOK_TOKEN", "!Ref GitLabWebhookToken")]
    public virtual AuthorizerResponse Handle(AuthorizerRequest request)
    {
        var given = request.IdentitySource is [{ } token, ..] ? token : "";
        var isCurrent = Matches(given, environment["GITLAB_WEBHOOK_TOKEN"]);
        var isPrevious = Matches(given, environment["GITLAB_WEBHOOK_TOKEN_PREVIOUS"]);
        return new AuthorizerResponse(isCurrent | isPrevious);
    }

    private static bool Matches(string given, string? expected)
        => !string.IsNullOrEmpty(expected)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
