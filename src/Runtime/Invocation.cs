using System.Text.Encodings.Web;
using System.Text.Json;
using Aot.Runtime.Logging;
using Aot.Runtime.RuntimeApi;

namespace Aot.Runtime;

/// <summary>One event on its way through the generated dispatch: what came, and where the result goes. Used again for the next event.</summary>
public sealed class Invocation
{
    private const int InitialResponseBytes = 4 * 1024;

    // Before the deadline by as much as the handler needs to let go and the loop to report it.
    private static readonly TimeSpan DeadlineMargin = TimeSpan.FromMilliseconds(100);

    // Lambda ends an invocation after 15 minutes; a host that says never must not exceed what a timer takes.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    private readonly RuntimeApiConnection _api;
    private readonly TimeProvider _time;
    private readonly LogWriter _log;
    private readonly Utf8Buffer _response = new(InitialResponseBytes);
    private ReadOnlyMemory<byte> _raw;
    private bool _isRaw;
    private Utf8JsonWriter? _writer;
    private LambdaContext? _context;
    private CancellationTokenSource? _deadline;

    internal Invocation(RuntimeApiConnection api, TimeProvider time, LogWriter log)
    {
        _api = api;
        _time = time;
        _log = log;
    }

    /// <summary>The event's JSON; valid until the handler's task has ended.</summary>
    public ReadOnlyMemory<byte> Event => _api.Body;

    /// <summary>What Lambda says about this invocation; made when first asked for.</summary>
    public LambdaContext Context => _context ??= new LambdaContext
    {
        RequestId = _api.Text(_api.Head.RequestId),
        InvokedFunctionArn = _api.Text(_api.Head.FunctionArn),
        TraceId = OptionalText(_api.Head.TraceId),
        ClientContext = OptionalText(_api.Head.ClientContext),
        CognitoIdentity = OptionalText(_api.Head.CognitoIdentity),
        TenantId = OptionalText(_api.Head.TenantId),
        Deadline = DateTimeOffset.FromUnixTimeMilliseconds(DeadlineUnixMs),
        Time = _time,
        Log = _log,
    };

    /// <summary>Is cancelled shortly before Lambda ends the invocation. Only a handler that asks for it pays for a timer.</summary>
    public CancellationToken DeadlineToken
    {
        get
        {
            if (_deadline is null)
            {
                var remaining = DateTimeOffset.FromUnixTimeMilliseconds(DeadlineUnixMs) - _time.GetUtcNow() - DeadlineMargin;
                _deadline = new CancellationTokenSource(TimeSpan.FromTicks(Math.Clamp(remaining.Ticks, 0, MaxTimeout.Ticks)), _time);
            }

            return _deadline.Token;
        }
    }

    /// <summary>Writes the result's JSON; flushed by the loop.</summary>
    // Relaxed: the readers are Lambda and Step Functions, not a browser, and each \u00e9 counts against the payload limits.
    public Utf8JsonWriter Writer
    {
        get
        {
            if (_writer is null)
                _writer = new Utf8JsonWriter(_response, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            return _writer;
        }
    }

    /// <summary>Answers with JSON that already is bytes. The bytes stay the caller's and must not change until the next event.</summary>
    public void Respond(ReadOnlyMemory<byte> json)
    {
        _raw = json;
        _isRaw = true;
    }

    /// <summary>Milliseconds since 1970 at which Lambda ends the invocation.</summary>
    internal long DeadlineUnixMs => ResponseHead.TryParseNumber(_api.Value(_api.Head.DeadlineMs), out var milliseconds)
        ? Math.Min(milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        : DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>The result as far as it was written; <c>null</c> from a handler that returns nothing.</summary>
    internal ReadOnlySpan<byte> Response
    {
        get
        {
            if (_isRaw)
                return _raw.Span;
            _writer?.Flush();
            return _response.Length == 0 ? "null"u8 : _response.Written;
        }
    }

    /// <summary>Makes ready for the next event.</summary>
    internal void Reset()
    {
        _response.Clear();
        _writer?.Reset();
        _raw = default;
        _isRaw = false;
        _context = null;
        _deadline?.Dispose();
        _deadline = null;
    }

    private string? OptionalText(Slice slice) => slice.IsEmpty ? null : _api.Text(slice);
}
