using System.Text;
using Aot.Aws.Signing;

namespace Aot.Aws.Tests.Signing;

/// <summary>Cases of AWS's Signature Version 4 test suite.</summary>
public sealed class RequestSignerTests
{
    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    [Theory]
    [InlineData("get-vanilla", "GET", "/", "", "", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-query-order-key-case", "GET", "/", "Param1=value1&Param2=value2", "", "", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-utf8", "GET", "/%E1%88%B4", "", "", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("post-vanilla", "POST", "/", "", "", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-header-key-sort", "POST", "/", "", "my-header1:value1", "", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c")]
    [InlineData("post-x-www-form-urlencoded", "POST", "/", "", "content-type:application/x-www-form-urlencoded", "Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")]
    [InlineData("post-sts-header-before", "POST", "/", "", "x-amz-security-token:" + Token, "", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead")]
    public void A_request_of_the_test_suite_is_signed_as_published(
        string name, string method, string path, string query, string header, string body, string signature)
    {
        var headers = new List<SignedHeader> { new("host", "example.amazonaws.com"), new("x-amz-date", "20150830T123600Z") };
        if (header.Length > 0)
            headers.Add(new SignedHeader(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..]));
        headers.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));

        var authorization = new RequestSigner("us-east-1", "service").Sign(
            new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null),
            "20150830T123600Z", method, path, query, headers.ToArray(), Encoding.UTF8.GetBytes(body));

        var names = string.Join(';', headers.Select(h => h.Name));
        Assert.Equal(
            (name, $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders={names}, Signature={signature}"),
            (name, authorization));
    }

    [Fact]
    public void The_key_follows_the_day_and_the_secret()
    {
        var signer = new RequestSigner("us-east-1", "service");
        string Sign(string secret, string timestamp)
            => signer.Sign(new AwsCredentials("A", secret, null), timestamp, "GET", "/", "", [new("host", "h")], default)[^64..];

        var first = Sign("one", "20150830T123600Z");

        Assert.NotEqual(first, Sign("one", "20150831T123600Z"));
        Assert.NotEqual(first, Sign("two", "20150830T123600Z"));
        Assert.Equal(first, Sign("one", "20150830T123600Z"));
    }

    [Fact]
    public void A_time_is_spelled_in_UTC()
        => Assert.Equal("20150830T123600Z", RequestSigner.Timestamp(new DateTimeOffset(2015, 8, 30, 14, 36, 0, TimeSpan.FromHours(2))));
}
