using System.Net;
using System.Text;

namespace Aot.Local.Tests;

/// <summary>
/// The bootstrap that Local's tests run functions with: a bare loop over the Runtime API, whose behaviour <c>_HANDLER</c> chooses.
/// </summary>
internal static class Program
{
    public static async Task<int> Main()
    {
        var address = Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        if (address is null) return 0; // started by a test runner, not by Local
        var handler = Environment.GetEnvironmentVariable("_HANDLER");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{address}/2018-06-01/runtime/"), Timeout = Timeout.InfiniteTimeSpan };
        if (handler == "FailInit")
        {
            await http.PostAsync("init/error", Json("""{"errorType":"BadConfiguration","errorMessage":"no table name"}"""));
            return 1;
        }
        if (handler == "ExitAtStart") return 3;

        while (true)
        {
            using var next = await http.GetAsync("invocation/next");
            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            var payload = await next.Content.ReadAsStringAsync();
            Console.WriteLine($"handling {payload}");
            switch (handler)
            {
                case "Echo":
                    await http.PostAsync($"invocation/{id}/response", Json(payload));
                    break;
                case "Describe":
                    await http.PostAsync($"invocation/{id}/response", Json(Describe(next)));
                    break;
                case "Throw":
                    await http.PostAsync($"invocation/{id}/error", Json("""{"errorType":"JobRejectedException","errorMessage":"cannot parse"}"""));
                    break;
                case "WrongId":
                    var wrong = await http.PostAsync("invocation/someone-else/response", Json("1"));
                    await http.PostAsync($"invocation/{id}/response", Json($$"""{"status":{{(int)wrong.StatusCode}}}"""));
                    break;
                case "TooLarge":
                    await http.PostAsync($"invocation/{id}/response", Json(new string(' ', 6 * 1024 * 1024 + 1)));
                    break;
                case "Crash":
                    return 7;
                case "Hang":
                    await Task.Delay(Timeout.Infinite);
                    break;
            }
        }
    }

    private static string Describe(HttpResponseMessage next)
    {
        string Header(string name) => next.Headers.TryGetValues(name, out var values) ? values.Single() : "";
        string[] variables = ["_HANDLER", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_REGION", "AWS_ENDPOINT_URL", "GREETING", "USER"];
        var members = variables.Select(name => $"\"{name}\":\"{Environment.GetEnvironmentVariable(name)}\"").ToList();
        foreach (var name in (string[])["Lambda-Runtime-Deadline-Ms", "Lambda-Runtime-Invoked-Function-Arn", "Lambda-Runtime-Trace-Id"])
            members.Add($"\"{name}\":\"{Header(name)}\"");
        members.Add($"\"pid\":{Environment.ProcessId}");
        return $"{{{string.Join(',', members)}}}";
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json") { Headers = { ContentLength = Encoding.UTF8.GetByteCount(text) } };
}
