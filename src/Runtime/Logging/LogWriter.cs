using Aot.Runtime.Native;
using Aot.Runtime.RuntimeApi;

namespace Aot.Runtime.Logging;

/// <summary>Writes lines as <c>AWS_LAMBDA_LOG_FORMAT</c> asks, with the ids of the invocation that runs.</summary>
/// <remarks>Source: Lambda developer guide, "Configuring JSON and plain text log formats".</remarks>
internal sealed class LogWriter : LambdaLog
{
    private readonly RuntimeApiConnection _api;
    private readonly TimeProvider _time;
    private readonly LogOutput _output;
    private readonly bool _isJson;
    private readonly LambdaLogLevel _minimum;
    private readonly Utf8Buffer _line = new(1024);
    private readonly Lock _gate = new();

    public LogWriter(LambdaEnvironment environment, RuntimeApiConnection api, TimeProvider time, LogOutput output)
    {
        _api = api;
        _time = time;
        _output = output;
        _isJson = environment["AWS_LAMBDA_LOG_FORMAT"] is "JSON" or "json" or "Json";
        _minimum = LevelFrom(environment["AWS_LAMBDA_LOG_LEVEL"]);
    }

    /// <summary>Whether an invocation runs, whose ids the lines carry.</summary>
    public bool IsInvoking { get; set; }

    public override bool IsEnabled(LambdaLogLevel level) => level >= _minimum;

    public override void Write(LambdaLogLevel level, string message, Exception? exception = null)
    {
        if (!IsEnabled(level))
            return;
        // A handler may log from several threads; a line is written whole.
        lock (_gate)
        {
            _line.Clear();
            if (_isJson)
                WriteJson(level, message, exception);
            else
                WriteText(level, message, exception);
            _output.Write(_line.Append("\n"u8).Written);
        }
    }

    private void WriteJson(LambdaLogLevel level, string message, Exception? exception)
    {
        _line.Append("{\"timestamp\":\""u8);
        AppendTimestamp();
        _line.Append("\",\"level\":\""u8).Append(Name(level)).Append("\""u8);
        if (IsInvoking)
        {
            _line.Append(",\"requestId\":"u8).AppendJsonString(_api.Text(_api.Head.RequestId));
            if (!_api.Head.TraceId.IsEmpty)
                _line.Append(",\"traceId\":"u8).AppendJsonString(_api.Text(_api.Head.TraceId));
        }

        _line.Append(",\"message\":"u8).AppendJsonString(message);
        if (exception is not null)
        {
            _line.Append(","u8);
            ErrorReport.AppendMembers(_line, exception);
        }

        _line.Append("}"u8);
    }

    private void WriteText(LambdaLogLevel level, string message, Exception? exception)
    {
        AppendTimestamp();
        _line.Append("\t"u8);
        if (IsInvoking)
            _line.Append(_api.Value(_api.Head.RequestId));
        _line.Append("\t"u8).Append(ShortName(level)).Append("\t"u8);
        var text = exception is null ? message : $"{message} {exception}";
        // A line feed would begin a new log event; a carriage return keeps the lines in one.
        _line.Append(text.Replace("\r\n", "\r").Replace('\n', '\r'));
    }

    private void AppendTimestamp()
    {
        var now = _time.GetUtcNow();
        _line.AppendNumber(now.Year, 4).Append("-"u8).AppendNumber(now.Month, 2).Append("-"u8).AppendNumber(now.Day, 2)
            .Append("T"u8).AppendNumber(now.Hour, 2).Append(":"u8).AppendNumber(now.Minute, 2).Append(":"u8).AppendNumber(now.Second, 2)
            .Append("."u8).AppendNumber(now.Millisecond, 3).Append("Z"u8);
    }

    private static LambdaLogLevel LevelFrom(string? name) => name switch
    {
        "TRACE" => LambdaLogLevel.Trace,
        "DEBUG" => LambdaLogLevel.Debug,
        "WARN" => LambdaLogLevel.Warning,
        "ERROR" => LambdaLogLevel.Error,
        "FATAL" => LambdaLogLevel.Critical,
        _ => LambdaLogLevel.Information,
    };

    private static ReadOnlySpan<byte> Name(LambdaLogLevel level) => level switch
    {
        LambdaLogLevel.Trace => "TRACE"u8,
        LambdaLogLevel.Debug => "DEBUG"u8,
        LambdaLogLevel.Information => "INFO"u8,
        LambdaLogLevel.Warning => "WARN"u8,
        LambdaLogLevel.Error => "ERROR"u8,
        _ => "FATAL"u8,
    };

    private static ReadOnlySpan<byte> ShortName(LambdaLogLevel level) => level switch
    {
        LambdaLogLevel.Trace => "trce"u8,
        LambdaLogLevel.Debug => "dbug"u8,
        LambdaLogLevel.Information => "info"u8,
        LambdaLogLevel.Warning => "warn"u8,
        LambdaLogLevel.Error => "fail"u8,
        _ => "crit"u8,
    };
}

/// <summary>Where log lines go: a file descriptor, or a test's list.</summary>
internal abstract class LogOutput
{
    /// <summary>Standard output, which Lambda sends to CloudWatch line by line.</summary>
    public static LogOutput StandardOutput { get; } = new DescriptorOutput(Libc.StandardOutput);

    /// <summary>Takes one line with its line feed.</summary>
    public abstract void Write(ReadOnlySpan<byte> line);

    private sealed class DescriptorOutput(int descriptor) : LogOutput
    {
        public override void Write(ReadOnlySpan<byte> line) => Libc.WriteAll(descriptor, line);
    }
}
