namespace Aot.Runtime.Events;

/// <summary>A Lambda authorizer's simple response to an HTTP API.</summary>
/// <param name="IsAuthorized">Whether the request may pass.</param>
/// <param name="Context">Handed to the integration as <c>$context.authorizer.&lt;name&gt;</c>; null for none.</param>
/// <remarks>The API has to have <c>EnableSimpleResponses</c> set. Source: as <see cref="HttpApiAuthorizerRequest"/>.</remarks>
public sealed record HttpApiAuthorizerResponse(bool IsAuthorized, IReadOnlyDictionary<string, string>? Context = null);
