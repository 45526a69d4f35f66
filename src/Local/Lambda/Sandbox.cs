using System.Diagnostics;

namespace Aot.Local.Lambda;

/// <summary>One process of a function, with its own Runtime API and its own temporary folder; it works on one event at a time.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    private readonly FunctionDefinition _function;
    private readonly SandboxHost _host;
    private readonly RuntimeSession _session;
    private readonly Action<Sandbox> _ended;
    private readonly Process _process = new() { EnableRaisingEvents = true };
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _temporaryFolder = Directory.CreateTempSubdirectory("aot-sandbox-").FullName;
    private RuntimeApi? _api;

    /// <param name="idle">Called each time the process is ready for another event.</param>
    /// <param name="ended">Called once, when the process is gone.</param>
    public Sandbox(FunctionDefinition function, SandboxHost host, Action<Sandbox> idle, Action<Sandbox> ended)
    {
        (_function, _host, _ended) = (function, host, ended);
        _session = new RuntimeSession(function, host.Time, () => idle(this), () => Kill(withChildren: true));
    }

    /// <summary>Starts the process on the event it already holds. Returns as soon as it runs.</summary>
    public async Task StartAsync()
    {
        try
        {
            _api = await RuntimeApi.StartAsync(_session);
            Launch(_api.Address);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            // Lambda's own answer to a bootstrap that is missing or not executable.
            _session.FailInit(InvocationResult.ErrorPayload("Runtime.InvalidEntrypoint", $"Couldn't start {_function.Executable}: {e.Message}"));
            await CloseAsync();
        }
        catch
        {
            await CloseAsync();
            throw;
        }
    }

    /// <summary>Runs one event; fails only through its result.</summary>
    public Task<InvocationResult> InvokeAsync(Invocation invocation) => _session.InvokeAsync(invocation);

    /// <summary>Ends the process and everything it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        // Finding a process's children means reading all processes of the machine: not for one that is only waiting.
        Kill(withChildren: _session.IsBusy);
        await _gone.Task;
    }

    private void Launch(string runtimeApi)
    {
        var start = _process.StartInfo;
        start.FileName = _function.Executable;
        start.WorkingDirectory = Path.GetDirectoryName(_function.Executable)!;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in SandboxEnvironment.For(_function, _host, runtimeApi, _temporaryFolder)) start.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.Exited += (_, _) => _ = EndAsync();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Log(string? line)
    {
        if (line is null) return;
        _session.WriteLog(line);
        _host.Print(_function.Name, line);
    }

    private void Kill(bool withChildren)
    {
        try
        {
            _process.Kill(entireProcessTree: withChildren); // a CI job's git and npm go with the function that started them
        }
        catch (InvalidOperationException)
        {
            // It has not started or has just exited by itself.
        }
    }

    private async Task EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(DrainLimit, _host.Time);
        }
        catch (TimeoutException)
        {
            // A grandchild that survived its parent holds the output open: what is written from here on is lost.
        }
        _session.Exited(_process.ExitCode);
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        _ended(this);
        _session.Dispose();
        if (_api is not null) await _api.DisposeAsync();
        try
        {
            Directory.Delete(_temporaryFolder, recursive: true);
        }
        catch (IOException)
        {
            // A surviving grandchild still writes there: the system cleans its temporary folder.
        }
        _process.Dispose();
        _gone.TrySetResult();
    }
}
