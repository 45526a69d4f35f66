using Aot.Authoring.Services.Http;

[StateMachine]
public sealed partial class Workflow(IHttp http)
{
    private static readonly Connection Directory = new("DirectoryConnection");

    public async Task<string> RunAsync(string userId)
    {
        var answer = await http.InvokeAsync<string, User>(new(
            $"https://directory.example.com/users/{userId}", "GET", new(Directory), QueryParameters: new Dictionary<string, string> { ["fields"] = "name,mail" }));
        return answer.StatusCode == 200 ? answer.ResponseBody.Mail : "nobody";
    }
}

public sealed record User(string Name, string Mail);

public sealed class Web : IHttp
{
    private static readonly System.Text.Json.JsonSerializerOptions _options = new(System.Text.Json.JsonSerializerDefaults.Web);

    public Task<HttpInvokeResponse<TResponse>> InvokeAsync<TBody, TResponse>(HttpInvokeRequest<TBody> request)
    {
        Calls.Add($"{request.Method} {request.ApiEndpoint} {request.QueryParameters!["fields"]} by {request.Authentication.ConnectionArn.LogicalId[..19]}");
        return Task.FromResult(new HttpInvokeResponse<TResponse>(
            System.Text.Json.JsonSerializer.Deserialize<TResponse>("""{"name":"Ada","mail":"ada@example.com"}""", _options)!, 200));
    }
}
