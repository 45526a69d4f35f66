using BenchmarkDotNet.Attributes;

namespace Aot.ColdStart;

/// <summary>From the start of a function's process to the end of its first response, files in the page cache, host and function on one processor.</summary>
public class SpawnToFirstResponse
{
    private readonly RuntimeApiHost _host = new();
    private int _process;

    /// <summary>Keeps this thread, and with it what it spawns, on one processor: a wake-up across processors costs more than some of the functions.</summary>
    [GlobalSetup]
    public void Pin() => Processes.PinThisThread();

    /// <summary>60 lines of C on a blocking socket, linked statically: what the machine itself costs.</summary>
    [Benchmark(Baseline = true)]
    public int CFloor() => Run(Functions.Floor, "Echo", Functions.OrderEvent);

    /// <summary>A handler that gives the event back.</summary>
    [Benchmark]
    public int Echo() => Run(Functions.Executable("Echo"), "Echo", Functions.OrderEvent);

    /// <summary>A handler that reads a typed order, adds it up and writes it.</summary>
    [Benchmark]
    public int Order() => Run(Functions.Executable("Order"), "ProcessOrder", Functions.OrderEvent);

    /// <summary>One handler of the binary that holds all the project's handlers.</summary>
    [Benchmark]
    public int Bootstrap() => Run(Functions.Executable("Bootstrap"), "ProcessJob", Functions.JobEvent);

    /// <summary>Ends the function outside of the measured time; first the process, which would connect again.</summary>
    [IterationCleanup]
    public void End()
    {
        Processes.End(_process);
        _host.Disconnect();
    }

    private int Run(string executable, string handler, byte[] @event)
    {
        _process = Processes.Spawn(executable, [$"AWS_LAMBDA_RUNTIME_API={_host.Address}", $"_HANDLER={handler}"]);
        return _host.ServeOne(@event);
    }
}
