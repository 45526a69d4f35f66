using System.Text;
using Aot.Runtime.Logging;
using Aot.Runtime.RuntimeApi;

namespace Aot.Runtime;

/// <summary>Takes an event, has the handler work on it, sends the result, and again, on the calling thread.</summary>
internal sealed class InvocationLoop
{
    // 6 MB and 100 bytes. Source: Lambda quotas, "Invocation payload", and the service's own message.
    private const int MaxResponseBytes = 6 * 1024 * 1024 + 100;

    private readonly RuntimeApiConnection _api;
    private readonly HandlerInvoker _invoker;
    private readonly LogWriter _log;
    private readonly Invocation _invocation;
    private readonly TraceVariable? _trace;
    private readonly byte[] _nextRequest;
    private readonly byte[] _responseTail;
    private readonly byte[] _errorTail;
    private readonly Utf8Buffer _request = new(512);
    private readonly Utf8Buffer _error = new(1024);

    public InvocationLoop(RuntimeApiConnection api, string host, HandlerInvoker invoker, LogWriter log, TimeProvider time, TraceVariable? trace)
    {
        _api = api;
        _invoker = invoker;
        _log = log;
        _trace = trace;
        _invocation = new Invocation(api, time, log);
        _nextRequest = Encoding.UTF8.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {host}\r\nUser-Agent: aot-runtime\r\n\r\n");
        _responseTail = Encoding.UTF8.GetBytes($"/response HTTP/1.1\r\nHost: {host}\r\nUser-Agent: aot-runtime\r\nContent-Type: application/json\r\nContent-Length: ");
        _errorTail = Encoding.UTF8.GetBytes($"/error HTTP/1.1\r\nHost: {host}\r\nUser-Agent: aot-runtime\r\nContent-Type: application/vnd.aws.lambda.error+json\r\n");
    }

    /// <summary>Runs until the runtime API can no longer be spoken to.</summary>
    /// <exception cref="RuntimeApiException">The connection is gone or carried something that is not the runtime API's.</exception>
    public void Run()
    {
        while (true)
            RunOne();
    }

    private void RunOne()
    {
        _api.Exchange(_nextRequest, default);
        if (_api.Head.Status != 200)
            throw new RuntimeApiException($"The runtime API answered {_api.Head.Status} when asked for the next event.");
        // The id becomes part of a request line, and lies in the buffer the next response is received into: keep both requests' start.
        StartRequest(_api.Value(_api.Head.RequestId));
        _trace?.Set(_api.Value(_api.Head.TraceId));
        _log.IsInvoking = true;
        try
        {
            _invoker.Invoke(_invocation);
            SendResponse();
        }
        catch (Exception exception) when (exception is not RuntimeApiException)
        {
            ReportFailure(exception);
        }

        _log.IsInvoking = false;
        _invocation.Reset();
    }

    private void StartRequest(ReadOnlySpan<byte> requestId)
    {
        if (requestId.IsEmpty || requestId.IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
            throw new RuntimeApiException("The runtime API sent an event without a Lambda-Runtime-Aws-Request-Id that can stand in a path.");
        _request.Clear();
        _request.Append("POST /2018-06-01/runtime/invocation/"u8).Append(requestId);
    }

    private void SendResponse()
    {
        var response = _invocation.Response;
        if (response.Length > MaxResponseBytes)
        {
            ReportTooLarge(response.Length);
            return;
        }

        var start = _request.Length;
        _request.Append(_responseTail).AppendNumber(response.Length).Append("\r\n\r\n"u8);
        _api.Exchange(_request.Written, response);
        if (_api.Head.Status == 413)
        {
            _request.Truncate(start);
            ReportTooLarge(response.Length);
            return;
        }

        RequireAccepted("a response");
    }

    private void ReportFailure(Exception exception)
    {
        var type = ErrorReport.TypeName(exception);
        _log.Write(LambdaLogLevel.Error, "The handler failed.", exception);
        _error.Clear();
        ErrorReport.Append(_error, exception);
        SendError($"Function.{type}");
    }

    private void ReportTooLarge(int bytes)
    {
        const string Type = "Function.ResponseSizeTooLarge";
        var message = $"Response payload size ({bytes} bytes) exceeded maximum allowed payload size ({MaxResponseBytes} bytes).";
        _log.Write(LambdaLogLevel.Error, message);
        _error.Clear();
        ErrorReport.Append(_error, Type, message);
        SendError(Type);
    }

    private void SendError(string type)
    {
        _request.Append(_errorTail).Append("Lambda-Runtime-Function-Error-Type: "u8).Append(type)
            .Append("\r\nContent-Length: "u8).AppendNumber(_error.Length).Append("\r\n\r\n"u8);
        _api.Exchange(_request.Written, _error.Written);
        RequireAccepted("an error");
    }

    private void RequireAccepted(string what)
    {
        // 4xx: too late or refused for this invocation, the next one may go well. 5xx: the runtime has to exit. Source: runtime API reference.
        if (_api.Head.Status >= 500)
            throw new RuntimeApiException($"The runtime API answered {_api.Head.Status} to {what}.");
        if (_api.Head.Status != 202)
            _log.Write(LambdaLogLevel.Warning, $"The runtime API answered {_api.Head.Status} to {what}: {Encoding.UTF8.GetString(_api.Body.Span)}");
    }
}
