using System.Runtime.InteropServices;
using Aot.Local;
using Aot.Local.Demo;
using Aot.Local.Lambda;
using Aot.Local.Template;

const int Wrong = 1, WrongInput = 2, MachineLacksSomething = 3;

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
    var line = CommandLine.Parse(args);
    switch (line.Command)
    {
        case "help":
            Console.WriteLine(CommandLine.Help);
            return 0;
        case "demo":
            return await DemoCommand.RunAsync(line, TimeProvider.System, Console.Out, stop.Token) ? 0 : Wrong;
        default:
            await ServeCommand.RunAsync(line, TimeProvider.System, Console.Out, stop.Token);
            return 0;
    }
}
catch (UsageException e)
{
    Console.Error.WriteLine($"{e.Message} See --help.");
    return WrongInput;
}
catch (TemplateException e)
{
    Console.Error.WriteLine(e.Message);
    return WrongInput;
}
catch (Exception e) when (e is PublishException or StartException)
{
    Console.Error.WriteLine(e.Message);
    return MachineLacksSomething;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
