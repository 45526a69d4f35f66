using Aot.Runtime.Logging;
using Aot.Runtime.RuntimeApi;

namespace Aot.Runtime;

/// <summary>Makes the handler, and tells Lambda when that fails.</summary>
internal sealed class Initialization(RuntimeApiConnection api, RuntimeApiAddress address, LogWriter log)
{
    /// <summary>The invoker that <c>_HANDLER</c> names, or null and a sentence, which Lambda then has been told as well.</summary>
    public HandlerInvoker? Start(
        Func<string, LambdaEnvironment, HandlerInvoker?> select, string handlerNames, LambdaEnvironment environment, out string failure)
    {
        var body = new Utf8Buffer(512);
        string type;
        try
        {
            var handler = environment.Handler ?? "";
            if (select(handler, environment) is { } invoker)
            {
                failure = "";
                return invoker;
            }

            type = "Runtime.HandlerNotFound";
            failure = $"There is no handler \"{handler}\" in this binary. _HANDLER, the function's Handler in template.yaml, must be one of: {handlerNames}.";
            ErrorReport.Append(body, type, failure);
            log.Write(LambdaLogLevel.Critical, failure);
        }
        catch (Exception exception)
        {
            type = $"Runtime.{ErrorReport.TypeName(exception)}";
            failure = $"The handler \"{environment.Handler}\" could not be made: {exception.Message}";
            ErrorReport.Append(body, exception);
            log.Write(LambdaLogLevel.Critical, failure, exception);
        }

        Report(type, body);
        return null;
    }

    private void Report(string type, Utf8Buffer body)
    {
        var request = new Utf8Buffer(512).Append(
            $"POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: {address.HostAndPort}\r\nUser-Agent: aot-runtime\r\n" +
            $"Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n");
        api.Exchange(request.Written, body.Written);
    }
}
