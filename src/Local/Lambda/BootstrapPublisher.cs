using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Aot.Local.Lambda;

/// <summary>Publishes the functions' executable when it is missing or older than what it is built from.</summary>
/// <param name="print">Takes a line of progress.</param>
internal sealed class BootstrapPublisher(TimeProvider time, Action<string> print)
{
    private const string ToolchainAdvice =
        "Native AOT links with a C toolchain, and none is installed here. On Debian or Ubuntu: apt-get install gcc libc6-dev (or clang instead of gcc).";

    /// <summary>Returns the path of an up-to-date <c>bootstrap</c>.</summary>
    /// <param name="folder">The functions' CodeUri: a folder with a finished <c>bootstrap</c>, or one with <c>src/Bootstrap/Bootstrap.csproj</c> in it.</param>
    /// <exception cref="PublishException">There is nothing to publish, or publishing failed; the message says why and what to do.</exception>
    public async Task<string> EnsureAsync(string folder, CancellationToken cancellationToken)
    {
        var finished = Path.Combine(folder, "bootstrap");
        if (File.Exists(finished)) return finished;
        var project = new[] { Path.Combine(folder, "Bootstrap.csproj"), Path.Combine(folder, "src", "Bootstrap", "Bootstrap.csproj") }.FirstOrDefault(File.Exists)
            ?? throw new PublishException($"The functions' CodeUri {folder} holds neither an executable named bootstrap nor src/Bootstrap/Bootstrap.csproj to publish one from.");

        var output = Path.Combine(folder, "artifacts", "bootstrap");
        var executable = Path.Combine(output, "bootstrap");
        var reason = StaleReason(project, executable);
        if (reason is null) return executable;

        RequireToolchain();
        print($"Publishing {Path.GetRelativePath(folder, project)} as Native AOT ({RuntimeInformation.RuntimeIdentifier}): {reason}.");
        var started = time.GetTimestamp();
        await PublishAsync(project, output, started, cancellationToken);
        File.SetLastWriteTimeUtc(executable, time.GetUtcNow().UtcDateTime); // it keeps its old time when nothing in it had to change
        print($"Published bootstrap, {new FileInfo(executable).Length / 1048576.0:0.0} MiB, in {time.GetElapsedTime(started).TotalSeconds:0} s.");
        return executable;
    }

    private async Task PublishAsync(string project, string output, long started, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Build servers would outlive us.
        foreach (var argument in (string[])["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "--nologo", "--disable-build-servers"])
            start.ArgumentList.Add(argument);
        // "dotnet run" leaves its own MSBuild settings in our environment.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray()) start.Environment.Remove(name);

        var lines = new List<string>();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await using var heartbeat = time.CreateTimer(
            _ => print($"  still publishing, {time.GetElapsedTime(started).TotalSeconds:0} s"), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0) throw Failed(lines);

        void Take(string? line)
        {
            if (string.IsNullOrWhiteSpace(line)) return;
            lock (lines) lines.Add(line);
            if (line.Contains(" -> ", StringComparison.Ordinal) || line.Contains("Generating native code", StringComparison.Ordinal)) print("  " + line.Trim());
        }
    }

    private static PublishException Failed(List<string> lines)
    {
        lock (lines)
        {
            var text = string.Join('\n', lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(12).DefaultIfEmpty(lines.LastOrDefault() ?? ""));
            var isLinker = text.Contains("linker", StringComparison.OrdinalIgnoreCase) || text.Contains("cannot find -l", StringComparison.Ordinal);
            return new PublishException($"dotnet publish of the functions failed:\n{text}{(isLinker ? "\n" + ToolchainAdvice : "")}");
        }
    }

    private static void RequireToolchain()
    {
        if (OperatingSystem.IsWindows()) return;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")))) throw new PublishException(ToolchainAdvice);
    }

    private static string? StaleReason(string project, string executable)
    {
        if (!File.Exists(executable)) return "there is none yet";
        var published = File.GetLastWriteTimeUtc(executable);
        var newer = Sources(project).FirstOrDefault(file => File.GetLastWriteTimeUtc(file) > published);
        return newer is null ? null : $"{Path.GetFileName(newer)} is newer";
    }

    /// <summary>Everything whose change can change the executable: the sources of the project and of those it references, and the settings above them.</summary>
    internal static IEnumerable<string> Sources(string project)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([Path.GetFullPath(project)]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next) || !File.Exists(next)) continue;
            yield return next;
            var folder = Path.GetDirectoryName(next)!;
            foreach (var file in SourcesIn(folder)) yield return file;
            foreach (var above in SettingsAbove(folder).Where(seen.Add)) yield return above;
            foreach (var reference in XDocument.Load(next).Descendants("ProjectReference").Select(reference => reference.Attribute("Include")?.Value).OfType<string>())
                open.Push(Path.GetFullPath(Path.Combine(folder, reference.Replace('\\', '/'))));
        }
    }

    private static IEnumerable<string> SourcesIn(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".cs" or ".props" or ".targets" || Path.GetFileName(file) == "packages.lock.json"))
            yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder).Where(below => Path.GetFileName(below) is not ("bin" or "obj")))
        {
            foreach (var file in SourcesIn(below)) yield return file;
        }
    }

    private static IEnumerable<string> SettingsAbove(string folder)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"])
            {
                if (File.Exists(Path.Combine(above, name))) yield return Path.Combine(above, name);
            }
            if (Directory.Exists(Path.Combine(above, ".git"))) yield break;
        }
    }
}
