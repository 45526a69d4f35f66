namespace Aot.Runtime.Logging;

/// <summary>Writes log lines in the form and from the level the function's logging configuration asks for.</summary>
public abstract class LambdaLog
{
    /// <summary>Swallows every line; the log of a context made by hand, as in a unit test.</summary>
    public static LambdaLog None { get; } = new SilentLog();

    /// <summary>Whether lines of this level are written; saves building a costly message.</summary>
    public abstract bool IsEnabled(LambdaLogLevel level);

    /// <summary>Writes one line, with the exception's type, message and stack trace if there is one.</summary>
    public abstract void Write(LambdaLogLevel level, string message, Exception? exception = null);

    /// <summary>Logs one step for fault finding.</summary>
    public void Debug(string message) => Write(LambdaLogLevel.Debug, message);

    /// <summary>Logs the normal course of things.</summary>
    public void Information(string message) => Write(LambdaLogLevel.Information, message);

    /// <summary>Logs something unexpected that was handled.</summary>
    public void Warning(string message, Exception? exception = null) => Write(LambdaLogLevel.Warning, message, exception);

    /// <summary>Logs a failure.</summary>
    public void Error(string message, Exception? exception = null) => Write(LambdaLogLevel.Error, message, exception);

    private sealed class SilentLog : LambdaLog
    {
        public override bool IsEnabled(LambdaLogLevel level) => false;

        public override void Write(LambdaLogLevel level, string message, Exception? exception = null)
        {
        }
    }
}
