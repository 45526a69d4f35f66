using System.ComponentModel;
using System.Diagnostics;

namespace Aot.Handlers.GitLabRunner;

/// <summary>One command of a build.</summary>
internal static class BuildStep
{
    private const int CommandNotFound = 127; // as a shell reports it
    private const int TimedOut = 124; // as timeout(1) reports it

    /// <summary>Runs a command to its end, or kills it with all its children at the deadline.</summary>
    /// <param name="program">Looked up in PATH.</param>
    /// <param name="arguments">Passed as they are: no shell reads them.</param>
    /// <param name="folder">Working directory.</param>
    /// <param name="home">Where git and npm keep files of their own.</param>
    /// <param name="log">Gets both output streams.</param>
    /// <param name="deadline">Cancelled when the function has to stop.</param>
    /// <returns>The command's exit code.</returns>
    public static async Task<int> RunAsync(string program, string[] arguments, string folder, string home, LogTail log, CancellationToken deadline)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = home;
        start.Environment["npm_config_cache"] = Path.Combine(home, ".npm");
        start.Environment["npm_config_update_notifier"] = "false";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["CI"] = "true";

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => log.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.AppendLine(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            log.AppendLine($"{program} cannot be started: {e.Message}. The function's image has to contain it.");
            return CommandNotFound;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(deadline);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            log.AppendLine($"{program} was stopped: the function's time is up.");
            return TimedOut;
        }
    }
}
