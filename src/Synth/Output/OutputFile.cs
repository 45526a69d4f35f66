using System.Text;

namespace Aot.Synth.Output;

/// <summary>A file as it should be.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Content">The whole text; null for a file that should not exist.</param>
/// <param name="HasByteOrderMark">Whether the text is preceded by the UTF-8 mark.</param>
internal sealed record OutputFile(string Path, string? Content, bool HasByteOrderMark = false)
{
    public bool Differs() => Content is null
        ? File.Exists(Path)
        : !File.Exists(Path) || !File.ReadAllBytes(Path).AsSpan().SequenceEqual(Bytes());

    /// <summary>Replaces the file in one step, so that a reader sees the old text or the new, never half of it.</summary>
    public void Write()
    {
        if (Content is null)
        {
            File.Delete(Path);
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var temporary = $"{Path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, Bytes());
            File.Move(temporary, Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private byte[] Bytes()
    {
        var text = Encoding.UTF8.GetBytes(Content!);
        return HasByteOrderMark ? [.. Encoding.UTF8.Preamble, .. text] : text;
    }
}
