using Microsoft.Extensions.Logging;

[StateMachine]
public sealed partial class Workflow(Numbers numbers, Microsoft.Extensions.Logging.ILogger<Workflow> log)
{
    public async Task<int> RunAsync(int n)
    {
        log.LogInformation("started with {Number}", n);
        var doubled = await numbers.DoubleAsync(n);
        if (doubled > 10)
            log.LogWarning("large");
        return doubled;
    }
}

namespace Microsoft.Extensions.Logging
{
    public interface ILogger
    {
        void Log(string message);
    }

    public interface ILogger<TCategory> : ILogger;

    public sealed class CaseLogger : ILogger<Workflow>
    {
        public void Log(string message) { }
    }

    public static class LoggerExtensions
    {
        public static void LogInformation(this ILogger logger, string message, params object?[] args) => logger.Log(message);

        public static void LogWarning(this ILogger logger, string message, params object?[] args) => logger.Log(message);
    }
}
