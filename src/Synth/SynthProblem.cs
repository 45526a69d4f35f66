namespace Aot.Synth;

/// <summary>A mistake in the workflows or the template that keeps files from being written.</summary>
/// <param name="Id">WF number, see <c>docs/diagnostics</c>.</param>
/// <param name="File">The file to open.</param>
/// <param name="Line">1-based; 0 where the whole file is meant.</param>
/// <param name="Message">What is wrong, where, and what to do.</param>
internal sealed record SynthProblem(string Id, string File, int Line, string Message)
{
    /// <summary>In the form in which MSBuild recognises an error and editors link to the file.</summary>
    public override string ToString() => Line > 0
        ? $"{File}({Line}): error {Id}: {Message}"
        : $"{File} : error {Id}: {Message}";
}
