using System.Text;
using Aot.Runtime.RuntimeApi;
using CsCheck;

namespace Aot.Runtime.Tests.RuntimeApi;

public sealed class ResponseHeadTests
{
    private const string Full =
        "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\nLambda-Runtime-Deadline-Ms: 1542409706888\r\n" +
        "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:f\r\nLambda-Runtime-Trace-Id: Root=1-5bef4de7;Sampled=1\r\n" +
        "Lambda-Runtime-Client-Context: {}\r\nLambda-Runtime-Cognito-Identity: {\"id\":1}\r\nLambda-Runtime-Aws-Tenant-Id: t-1\r\nContent-Length:  17 \r\n\r\n";

    [Fact]
    public void Every_documented_header_is_found()
    {
        var bytes = Encoding.Latin1.GetBytes(Full);

        var head = ResponseHead.Parse(bytes);

        string Text(Slice slice) => Encoding.Latin1.GetString(slice.In(bytes));
        Assert.Equal(200, head.Status);
        Assert.Equal(17, head.ContentLength);
        Assert.Equal("8476a536-e9f4-11e8-9739-2dfe598c3fcd", Text(head.RequestId));
        Assert.Equal("1542409706888", Text(head.DeadlineMs));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:f", Text(head.FunctionArn));
        Assert.Equal("Root=1-5bef4de7;Sampled=1", Text(head.TraceId));
        Assert.Equal("{}", Text(head.ClientContext));
        Assert.Equal("{\"id\":1}", Text(head.CognitoIdentity));
        Assert.Equal("t-1", Text(head.TenantId));
    }

    [Fact]
    public void Names_are_read_in_any_case()
    {
        var head = ResponseHead.Parse(Encoding.Latin1.GetBytes(Full.ToUpperInvariant().Replace("HTTP/1.1 200 OK", "HTTP/1.1 202 X", StringComparison.Ordinal)));

        Assert.Equal((202, 17L, false), (head.Status, head.ContentLength, head.RequestId.IsEmpty));
    }

    [Fact]
    public void Any_change_of_a_head_is_read_or_refused_and_never_more()
    {
        var bytes = Encoding.Latin1.GetBytes(Full);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, bytes.Length - 5]).Sample((position, value, cut) =>
        {
            byte[] changed = [.. bytes[..cut], .. bytes[(cut + (value % 5))..]];
            if (position < changed.Length)
                changed[position] = value;
            try
            {
                ResponseHead.Parse([.. changed, .. "\r\n\r\n"u8]);
            }
            catch (RuntimeApiException)
            {
                // Refused with a sentence.
            }
        });
    }
}
