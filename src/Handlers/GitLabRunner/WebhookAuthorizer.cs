using System.Security.Cryptography;
using System.Text;
using Aot.Runtime;
using Aot.Runtime.Events;

namespace Aot.Handlers.GitLabRunner;

/// <summary>The webhook's token is wrong. API Gateway makes a 401 of an authorizer's failure with exactly this message; a plain "no" would be a 403.</summary>
public sealed class WebhookUnauthorizedException() : Exception("Unauthorized");

/// <summary>Lets a webhook through when it carries the secret token.</summary>
/// <param name="environment">Holds <c>GITLAB_WEBHOOK_TOKEN</c>, and <c>GITLAB_WEBHOOK_TOKEN_PREVIOUS</c> while the token is being changed.</param>
public class WebhookAuthorizer(LambdaEnvironment environment)
{
    /// <summary>Compares the header with the current and the previous token, in a time that does not depend on where they differ.</summary>
    /// <exception cref="WebhookUnauthorizedException">Neither matches.</exception>
    [LambdaFunction(MemorySize = 128, Timeout = 5)]
    [EnvironmentVariable("GITLAB_WEBHOOK_TOKEN", "!Ref GitLabWebhookToken")]
    public virtual HttpApiAuthorizerResponse Handle(HttpApiAuthorizerRequest request)
    {
        var given = request.IdentitySource is [{ } token, ..] ? token : "";
        var isCurrent = Matches(given, environment["GITLAB_WEBHOOK_TOKEN"]);
        var isPrevious = Matches(given, environment["GITLAB_WEBHOOK_TOKEN_PREVIOUS"]);
        return isCurrent | isPrevious ? new HttpApiAuthorizerResponse(true) : throw new WebhookUnauthorizedException();
    }

    private static bool Matches(string given, string? expected)
        => !string.IsNullOrEmpty(expected)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
