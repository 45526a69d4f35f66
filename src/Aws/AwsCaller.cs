using System.Text;
using Aot.Aws.Http;
using Aot.Aws.Signing;

namespace Aot.Aws;

/// <summary>Makes signed calls in the JSON protocol over one kept connection, and repeats those that may go well the next time.</summary>
/// <param name="service">Name of the service in signatures and of its host.</param>
/// <param name="serviceId">The service's id in <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>.</param>
/// <param name="target">Prefix of the operations in X-Amz-Target.</param>
internal sealed class AwsCaller(AwsConfiguration configuration, string service, string serviceId, string target, RetryPolicy retries) : IDisposable
{
    private readonly AnswerReader _answers = new();
    private AwsEndpoint? _endpoint;
    private RequestSigner? _signer;
    private Connection? _connection;

    /// <summary>Calls an operation until it succeeds, is refused for good, or the time is over.</summary>
    /// <exception cref="AwsServiceException">It did not succeed.</exception>
    public ReadOnlyMemory<byte> Call(string operation, ReadOnlyMemory<byte> body, TimeSpan timeout)
    {
        var deadline = new Deadline(configuration.Time, timeout);
        for (var attempt = 1; ; attempt++)
        {
            AwsServiceException failure;
            try
            {
                var answer = Exchange(operation, body.Span, deadline);
                if (answer.Status is >= 200 and < 300)
                    return answer.Body;
                failure = Refusal(operation, answer);
            }
            catch (TransportException exception)
            {
                Disconnect();
                failure = new AwsServiceException($"{service} {operation}", "ConnectionError", 0, exception.Message, null, exception);
            }

            if (!retries.TryWait(attempt, failure, deadline))
                throw failure;
        }
    }

    public void Dispose() => Disconnect();

    private HttpAnswer Exchange(string operation, ReadOnlySpan<byte> body, Deadline deadline)
    {
        _endpoint ??= configuration.EndpointOf(serviceId, service);
        var head = Head(operation, body);
        var isReused = _connection is not null;
        try
        {
            return Exchange(head, body, deadline, isReused);
        }
        catch (TransportException exception) when (exception.IsStale)
        {
            // A sandbox that was frozen wakes up with connections that are long closed: not a failure of the service.
            Disconnect();
            return Exchange(head, body, deadline, isReused: false);
        }
    }

    private HttpAnswer Exchange(byte[] head, ReadOnlySpan<byte> body, Deadline deadline, bool isReused)
    {
        _connection ??= Connection.Open(_endpoint!, configuration.CertificateFile, deadline);
        Send(_connection, head, body, deadline, isReused);
        var answer = _answers.Read(_connection, deadline, isReused);
        if (!_answers.IsKept)
            Disconnect();
        return answer;
    }

    private void Send(Connection connection, byte[] head, ReadOnlySpan<byte> body, Deadline deadline, bool isReused)
    {
        try
        {
            // One write for a body that fits a packet or two, so that the peer wakes once.
            if (body.Length <= 16 * 1024)
            {
                connection.Send([.. head, .. body], deadline);
            }
            else
            {
                connection.Send(head, deadline);
                connection.Send(body, deadline);
            }
        }
        catch (TransportException exception) when (isReused)
        {
            throw new TransportException(exception.Message, isStale: true);
        }
    }

    private byte[] Head(string operation, ReadOnlySpan<byte> body)
    {
        var endpoint = _endpoint!;
        var credentials = configuration.Credentials;
        _signer ??= new RequestSigner(configuration.Region, service);
        var timestamp = RequestSigner.Timestamp(configuration.Time.GetUtcNow());
        List<SignedHeader> headers =
        [
            new("content-type", "application/x-amz-json-1.1"),
            new("host", endpoint.Authority),
            new("x-amz-date", timestamp),
        ];
        if (credentials.SessionToken is { } token)
            headers.Add(new SignedHeader("x-amz-security-token", token));
        headers.Add(new SignedHeader("x-amz-target", $"{target}.{operation}"));

        var authorization = _signer.Sign(credentials, timestamp, "POST", endpoint.Path, "", headers.ToArray(), body);
        var text = new StringBuilder().Append("POST ").Append(endpoint.Path).Append(" HTTP/1.1\r\n");
        foreach (var header in headers)
            text.Append(header.Name).Append(": ").Append(header.Value).Append("\r\n");
        if (configuration.TraceId is { } traceId)
            text.Append("x-amzn-trace-id: ").Append(traceId).Append("\r\n");
        text.Append("authorization: ").Append(authorization).Append("\r\ncontent-length: ").Append(body.Length).Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private AwsServiceException Refusal(string operation, HttpAnswer answer)
    {
        var (code, message) = ErrorBody.Read(answer.Body.Span);
        code = ErrorBody.Simple(answer.ErrorType ?? code ?? $"HTTP{answer.Status}");
        return new AwsServiceException($"{service} {operation}", code, answer.Status, message ?? "no message", answer.RequestId);
    }

    private void Disconnect()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
