using System.Text;

namespace Aot.Local.Lambda;

/// <summary>Collects the lines a process writes during one invocation, START to REPORT, as Lambda puts them into CloudWatch.</summary>
internal sealed class InvocationLog
{
    private const int TailBytes = 4096; // Invoke API reference, LogType: "the last 4 KB of the execution log"

    private readonly StringBuilder _text = new();
    private readonly TaskCompletionSource<string> _tail = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The end of the log, once it is complete.</summary>
    public Task<string> Tail => _tail.Task;

    public void Add(string line)
    {
        lock (_text)
        {
            _text.Append(line).Append('\n');
            if (_text.Length > 4 * TailBytes) _text.Remove(0, _text.Length - TailBytes);
        }
    }

    /// <summary>Closes the log; lines after this belong to the next invocation.</summary>
    public void Complete()
    {
        lock (_text)
        {
            var bytes = Encoding.UTF8.GetBytes(_text.ToString());
            _tail.TrySetResult(Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - TailBytes))));
        }
    }
}
