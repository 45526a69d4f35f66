using Aot.Local.Json;
using Aot.Local.Services.Lambda;

namespace Aot.Local.HttpApi;

/// <summary>Runs functions through the local Lambda service.</summary>
internal sealed class LocalFunctionInvoker(LambdaService lambda) : IFunctionInvoker
{
    public async Task<FunctionAnswer> InvokeAsync(string functionArn, Value payload, CancellationToken cancellationToken)
    {
        var answer = (ObjectValue)await lambda.CallAsync("Invoke", new ObjectValue { ["FunctionName"] = functionArn, ["Payload"] = payload }, cancellationToken);
        return new FunctionAnswer(answer["Payload"] ?? NullValue.Instance, answer.Has("FunctionError"));
    }
}
