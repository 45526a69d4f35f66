namespace Aot.Local.Services;

/// <summary>The account, region and address that ARNs and URLs are formed with.</summary>
/// <param name="Region">A region name such as <c>us-east-1</c>.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Endpoint">Where the emulator listens, without a slash at the end: <c>http://127.0.0.1:4566</c>.</param>
internal sealed record LocalAws(string Region = "us-east-1", string AccountId = "000000000000", string Endpoint = "http://127.0.0.1:4566")
{
    /// <summary>Forms <c>arn:aws:service:region:account:resource</c>.</summary>
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{AccountId}:{resource}";
}
