using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aot.Aws.EventBridge;

namespace Aot.Aws.Tests.Http;

public sealed class TlsTests : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly X509Certificate2 _root = Root("Test root");
    private readonly string _bundle = Path.GetTempFileName();

    public TlsTests() => File.WriteAllText(_bundle, _root.ExportCertificatePem());

    public void Dispose()
    {
        _root.Dispose();
        File.Delete(_bundle);
    }

    [Fact]
    public async Task A_peer_with_a_trusted_chain_and_its_own_name_is_spoken_to()
    {
        using var certificate = Leaf(_root, "localhost", Now.AddDays(-1), Now.AddDays(1));

        var entry = await PutAsync(certificate);

        Assert.Equal(new PutEventsEntry("tls", null, null), entry);
    }

    [Fact]
    public async Task A_peer_with_another_name_is_refused()
    {
        using var certificate = Leaf(_root, "example.com", Now.AddDays(-1), Now.AddDays(1));

        Assert.Contains("hostname mismatch", (await PutAsync(certificate)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using var certificate = Leaf(_root, "localhost", Now.AddDays(-3), Now.AddDays(-1));

        Assert.Contains("certificate has expired", (await PutAsync(certificate)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_of_the_future_is_refused()
    {
        using var certificate = Leaf(_root, "localhost", Now.AddDays(1), Now.AddDays(3));

        Assert.Contains("not yet valid", (await PutAsync(certificate)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_root_is_refused()
    {
        using var other = Root("Other root");
        using var certificate = Leaf(other, "localhost", Now.AddDays(-1), Now.AddDays(1));

        Assert.Contains("unable to get local issuer certificate", (await PutAsync(certificate)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_signed_certificate_is_refused()
    {
        using var certificate = Root("localhost");

        Assert.Contains("self-signed certificate", (await PutAsync(certificate)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificates_that_cannot_be_read_are_named()
    {
        using var certificate = Leaf(_root, "localhost", Now.AddDays(-1), Now.AddDays(1));

        Assert.Contains("The certificates in AWS_CA_BUNDLE, \"/nowhere.pem\", cannot be read", (await PutAsync(certificate, "/nowhere.pem")).ErrorMessage, StringComparison.Ordinal);
    }

    private async Task<PutEventsEntry> PutAsync(X509Certificate2 certificate, string? bundle = null)
    {
        await using var service = new ScriptedService(_ => ScriptedService.Ok("""{"Entries":[{"EventId":"tls"}]}"""), certificate);
        using var client = new EventBridgeClient(
            service.Configuration($"https://localhost:{service.Port}", bundle ?? _bundle), new RetryPolicy(() => 0, _ => { }));
        return Assert.Single((await client.PutEventsAsync([new("me", "type", "{}")], TimeSpan.FromSeconds(20))).Entries);
    }

    private static X509Certificate2 Root(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Now.AddDays(-10), Now.AddDays(10));
    }

    private static X509Certificate2 Leaf(X509Certificate2 issuer, string host, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, from, to, RandomNumberGenerator.GetBytes(8));
        // Through PKCS#12, since the server wants a key that is stored.
        return X509CertificateLoader.LoadPkcs12(certificate.CopyWithPrivateKey(key).Export(X509ContentType.Pkcs12), null);
    }
}
