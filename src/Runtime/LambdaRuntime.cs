using System.Text;
using Aot.Runtime.Logging;
using Aot.Runtime.Native;
using Aot.Runtime.RuntimeApi;

namespace Aot.Runtime;

/// <summary>Runs the function that <c>_HANDLER</c> names until Lambda ends the process.</summary>
public static class LambdaRuntime
{
    /// <summary>Serves invocations on the calling thread.</summary>
    /// <param name="select">Makes the invoker for a handler name; null when there is none of this name. It is called once.</param>
    /// <param name="handlerNames">The names there are, for the message about an unknown one.</param>
    /// <returns>The exit code of a process that cannot go on, never 0; standard error says why.</returns>
    public static int Run(Func<string, LambdaEnvironment, HandlerInvoker?> select, string handlerNames)
    {
        var error = Run(select, handlerNames, LambdaEnvironment.Process, TimeProvider.System, LogOutput.StandardOutput, new TraceVariable());
        Libc.WriteAll(Libc.StandardError, Encoding.UTF8.GetBytes($"bootstrap: {error}\n"));
        return 1;
    }

    /// <summary>The same with everything from outside as an argument; returns the sentence that says why it ended.</summary>
    internal static string Run(
        Func<string, LambdaEnvironment, HandlerInvoker?> select,
        string handlerNames,
        LambdaEnvironment environment,
        TimeProvider time,
        LogOutput output,
        TraceVariable? trace)
    {
        try
        {
            var address = RuntimeApiAddress.Parse(environment.RuntimeApi);
            using var api = new RuntimeApiConnection(address);
            var log = new LogWriter(environment, api, time, output);
            var initialization = new Initialization(api, address, log);
            var invoker = initialization.Start(select, handlerNames, environment, out var failure);
            if (invoker is null)
                return failure;
            new InvocationLoop(api, address.HostAndPort, invoker, log, time, trace).Run();
            return "";
        }
        catch (RuntimeApiException exception)
        {
            return exception.Message;
        }
    }
}
