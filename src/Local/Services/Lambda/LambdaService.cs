using System.Text;
using Aot.Local.Json;
using Aot.Local.Lambda;

namespace Aot.Local.Services.Lambda;

/// <summary>Invoke, GetFunction and ListFunctions over the functions of the template.</summary>
/// <remarks>In process a Payload is a JSON value; over HTTP it is the body, see <see cref="LambdaEndpoint"/>.</remarks>
internal sealed class LambdaService : IAwsService
{
    private readonly LocalAws _aws;
    private readonly FunctionCatalog _functions;
    private readonly AsyncInvocations _queue;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public LambdaService(LocalAws aws, FunctionCatalog functions, AsyncInvocations queue, TimeProvider time)
    {
        (_aws, _functions, _queue, _time) = (aws, functions, queue, time);
        _operations = new Operations("lambda", MissingParameter)
        {
            { "Invoke", InvokeAsync },
            { "GetFunction", request => new ObjectValue { ["Configuration"] = Configuration(Pool(request.RequiredText("FunctionName")).Function) } },
            { "GetFunctionConfiguration", request => Configuration(Pool(request.RequiredText("FunctionName")).Function) },
            { "ListFunctions", _ => new ObjectValue { ["Functions"] = new ArrayValue([.. _functions.Functions.Select(Configuration)]) } },
        };
    }

    public string Name => "lambda";

    public WireFormat Wire { get; } = new(WireProtocol.RestJson, "lambda");

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    /// <summary>Runs a function on a payload that is JSON text.</summary>
    /// <exception cref="ServiceException">The function is unknown, the payload too large or malformed, or every process is busy.</exception>
    public async Task<InvokeOutcome> InvokeAsync(string functionName, string invocationType, byte[] payload, string? clientContext)
    {
        var pool = Pool(functionName);
        CheckPayload(payload, invocationType);
        switch (invocationType)
        {
            case "DryRun":
                return new InvokeOutcome(204, [], false, null);
            case "Event":
                _queue.Add(pool, payload);
                return new InvokeOutcome(202, [], false, null);
            case "RequestResponse":
                try
                {
                    var result = await pool.InvokeAsync(Invocation.Of(payload, _time, clientContext));
                    return new InvokeOutcome(200, result.Payload, result.IsError, result.LogTail);
                }
                catch (ThrottledException e)
                {
                    throw new ServiceException("TooManyRequestsException", e.Message, 429);
                }
            default:
                throw new ServiceException("InvalidParameterValueException", $"Unsupported invocation type {invocationType}. It is one of RequestResponse, Event, DryRun.");
        }
    }

    private async ValueTask<Value> InvokeAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var invocationType = request.Text("InvocationType") ?? "RequestResponse";
        var payload = request.Optional("Payload")?.ToUtf8Json() ?? "{}"u8.ToArray();
        var outcome = await InvokeAsync(request.RequiredText("FunctionName"), invocationType, payload, request.Text("ClientContext"));
        var response = new ObjectValue { ["StatusCode"] = outcome.Status };
        if (outcome.Status != 200) return response;
        response["ExecutedVersion"] = "$LATEST";
        if (outcome.IsError) response["FunctionError"] = "Unhandled";
        response["Payload"] = outcome.Payload.Length == 0 ? NullValue.Instance : PayloadOf(outcome.Payload);
        if (request.Text("LogType") == "Tail" && outcome.LogTail is { } tail)
            response["LogResult"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(await tail.WaitAsync(cancellationToken)));
        return response;
    }

    // A handler may answer with bytes that are no JSON (a stream): they travel as text.
    private static Value PayloadOf(byte[] payload)
    {
        try
        {
            return Value.Parse(payload);
        }
        catch (JsonFormatException)
        {
            return Encoding.UTF8.GetString(payload);
        }
    }

    private static void CheckPayload(byte[] payload, string invocationType)
    {
        // Lambda quotas, "Invocation payload": 6 MB for RequestResponse, 1 MB for Event.
        var limit = invocationType == "Event" ? 1024 * 1024 : 6 * 1024 * 1024;
        if (payload.Length > limit)
            throw new ServiceException("RequestTooLargeException", $"Request must be smaller than {limit} bytes for the InvokeFunction operation", 413);
        try
        {
            if (payload.Length > 0) Value.Parse(payload);
        }
        catch (JsonFormatException e)
        {
            throw new ServiceException("InvalidRequestContentException", "Could not parse request body into json: " + e.Message);
        }
    }

    private FunctionPool Pool(string functionName) => _functions.Find(functionName)
        ?? throw new ServiceException("ResourceNotFoundException", $"Function not found: {_aws.Arn("lambda", "function:" + FunctionName.Of(functionName))}", 404);

    private static Value Configuration(FunctionDefinition function)
    {
        var environment = new ObjectValue();
        foreach (var (name, value) in function.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)) environment[name] = value;
        return new ObjectValue
        {
            ["FunctionName"] = function.Name,
            ["FunctionArn"] = function.Arn,
            ["Runtime"] = "provided.al2023",
            ["Handler"] = function.Handler,
            ["MemorySize"] = function.MemorySizeMb,
            ["Timeout"] = function.Timeout.TotalSeconds,
            ["PackageType"] = function.PackageType,
            ["Version"] = "$LATEST",
            ["State"] = "Active",
            ["LastUpdateStatus"] = "Successful",
            ["Environment"] = new ObjectValue { ["Variables"] = environment },
        };
    }

    private static ServiceException MissingParameter(string name) => new("ValidationException", $"1 validation error detected: {name} must not be null");
}
