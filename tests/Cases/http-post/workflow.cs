using Aot.Authoring.Services.Http;

[StateMachine]
public sealed partial class Workflow([Retry(Errors = ["States.Http.StatusCode.429"], MaxAttempts = 2)] [TaskTimeout(20)] IHttp http)
{
    private static readonly Connection Payments = new("PaymentConnection");

    public async Task<string> RunAsync(ChargeRequest charge)
    {
        try
        {
            var answer = await http.InvokeAsync<ChargeRequest, Answer>(new(
                "https://payments.example.com/v1/charges",
                "POST",
                new(Payments),
                Headers: new Dictionary<string, string> { ["Idempotency-Key"] = charge.Id },
                RequestBody: charge,
                Transform: new("URL_ENCODED", new("BRACKETS"))));
            return answer.ResponseBody.Reference;
        }
        catch (DeclinedException e)
        {
            return "declined: " + e.Message;
        }
        catch (HttpSocketException)
        {
            return "no answer";
        }
    }
}

public sealed record ChargeRequest(string Id, int Cents);

public sealed record Answer(string Reference);

[ErrorName("States.Http.StatusCode.402")]
public sealed class DeclinedException(string message) : Exception(message);

public sealed class Web : IHttp
{
    private static readonly System.Text.Json.JsonSerializerOptions _options = new(System.Text.Json.JsonSerializerDefaults.Web);

    public Task<HttpInvokeResponse<TResponse>> InvokeAsync<TBody, TResponse>(HttpInvokeRequest<TBody> request)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(request.RequestBody, _options);
        Calls.Add($"{request.Method} {request.ApiEndpoint} {request.Headers!["Idempotency-Key"]} {body} {request.Transform!.RequestBodyEncoding}");
        return body.Contains("999") ? throw new DeclinedException("no money")
            : Task.FromResult(new HttpInvokeResponse<TResponse>(System.Text.Json.JsonSerializer.Deserialize<TResponse>("""{"reference":"r-1"}""", _options)!, 201));
    }
}
