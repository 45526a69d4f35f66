using System.Runtime.InteropServices;
using Aot.Local;
using Aot.Local.Commands;
using Aot.Local.Lambda;
using Aot.Local.Template;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    context.Cancel = true; // we end ourselves, after our processes
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

try
{
    return await LocalCommands.InvokeAsync(LocalCommands.Create(TimeProvider.System), args, Console.Out, Console.Error, stop.Token);
}
catch (Exception e) when (e is UsageException or TemplateException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCodes.WrongInput;
}
catch (Exception e) when (e is PublishException or StartException)
{
    Console.Error.WriteLine(e.Message);
    return ExitCodes.MachineLacksSomething;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return ExitCodes.Done;
}
