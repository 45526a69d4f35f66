using Aot.Local.Dashboard;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Tests.Dashboard;

/// <summary>The dashboard and Step Functions on a port of their own, the clock in the test's hand.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private readonly StepFunctionsService _service;
    private readonly LoopbackServer _server;

    private DashboardHost(StepFunctionsService service, LoopbackServer server, FakeClock clock) => (_service, _server, Clock) = (service, server, clock);

    public FakeClock Clock { get; }

    public string Origin => $"http://{_server.Address}";

    public static async Task<DashboardHost> StartAsync()
    {
        var clock = new FakeClock();
        StepFunctionsService? self = null;
        var service = self = new StepFunctionsService(_ => self, new LocalAws(), clock, new Random(1));
        var (dashboard, services) = (new DashboardEndpoint(service), new ServiceRouter([service]));
        var server = await LoopbackServer.StartAsync(
            0,
            async context =>
            {
                if (!await dashboard.TryHandleAsync(context)) await services.HandleAsync(context);
            },
            maxBodyBytes: 1_000_000);
        return new DashboardHost(service, server, clock);
    }

    public async Task<string> CreateAsync(string name, string definition, string type = "STANDARD")
    {
        var request = new ObjectValue { ["name"] = name, ["definition"] = definition, ["roleArn"] = "arn:aws:iam::000000000000:role/r", ["type"] = type };
        return Text(await _service.CallAsync("CreateStateMachine", request, default), "stateMachineArn");
    }

    public async Task<string> StartAsync(string machine, string name, string input = "{}") =>
        Text(await _service.CallAsync("StartExecution", new ObjectValue { ["stateMachineArn"] = machine, ["name"] = name, ["input"] = input }, default), "executionArn");

    public Task EndedAsync(string execution) => _service.EndedAsync(execution);

    /// <summary>The page's address, of a machine or of one of its executions.</summary>
    public string Page(string machine, string? execution = null) =>
        $"{Origin}{DashboardEndpoint.Path}/#/{machine}{(execution is null ? "" : "/" + Uri.EscapeDataString(execution))}";

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _service.Dispose();
    }

    private static string Text(Value answer, string member) => ((StringValue)((ObjectValue)answer)[member]!).Text;
}
