using Aot.Local.Commands;

namespace Aot.Local.Tests.Commands;

/// <summary>Runs command lines in this process.</summary>
internal static class Shell
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await LocalCommands.InvokeAsync(LocalCommands.Create(TimeProvider.System), arguments, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>A file that lives as long as the test.</summary>
    public sealed class TempFile : IDisposable
    {
        public TempFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

        public void Dispose() => File.Delete(Path);
    }
}
