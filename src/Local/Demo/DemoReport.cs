using System.Globalization;

namespace Aot.Local.Demo;

/// <summary>Prints what the demo does, and remembers whether anything was wrong.</summary>
internal sealed class DemoReport(TextWriter console, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly List<string> _wrong = [];

    /// <summary>What was not as it has to be.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>Since the demo began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public void Title(string title) => Write($"\n== {title}");

    /// <summary>Something was done.</summary>
    public void Step(string sentence) => Write(string.Create(CultureInfo.InvariantCulture, $"  {Elapsed.TotalSeconds,6:0.00} s  {sentence}"));

    /// <summary>Lines that belong to the step above.</summary>
    public void Detail(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n')) Write("              | " + line);
    }

    /// <summary>Something has to be so.</summary>
    public void Check(bool holds, string claim, string found)
    {
        if (holds)
        {
            Step("ok     " + claim);
            return;
        }
        _wrong.Add($"{claim}: {found}");
        Step($"WRONG  {claim}: {found}");
    }

    private void Write(string line)
    {
        lock (console) console.WriteLine(line);
    }
}
