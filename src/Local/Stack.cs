using System.Net;
using System.Net.Sockets;
using Aot.Local.Dashboard;
using Aot.Local.HttpApi;
using Aot.Local.Iot;
using Aot.Local.Lambda;
using Aot.Local.Services;
using Aot.Local.Services.Lambda;
using Aot.Local.Services.StepFunctions;
using Aot.Local.Template;
using Microsoft.AspNetCore.Http;

namespace Aot.Local;

/// <summary>A template running on this machine: its functions, services, routes and rules, until it is disposed.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private const int MaxRequestBytes = 20 * 1024 * 1024; // above every service's own limit, so that each can answer in its own words

    private readonly List<IAsyncDisposable> _parts = [];
    private RequestDelegate _handle = NotReadyAsync;

    private Stack(SamTemplate template, LocalAws aws) => (Template, Aws) = (template, aws);

    public SamTemplate Template { get; }

    public LocalAws Aws { get; }

    /// <summary>The services by their SDK names.</summary>
    public ServiceRouter Services { get; private set; } = new([]);

    public FunctionCatalog Functions { get; private set; } = new([], new SandboxHost("", "", TimeProvider.System, (_, _) => { }));

    public RouteTable Routes { get; private set; } = new([]);

    public int MqttPort { get; private set; }

    /// <summary>Starts everything; when it returns, every entrance is open.</summary>
    /// <exception cref="TemplateException">The template cannot be run.</exception>
    /// <exception cref="PublishException">There is no executable for the functions.</exception>
    /// <exception cref="StartException">A port is in use.</exception>
    public static async Task<Stack> StartAsync(StackOptions options, TimeProvider time, StackOutput output, CancellationToken cancellationToken)
    {
        Stack? stack = null;
        var server = await ListenAsync(options.Port, context => stack is null ? NotReadyAsync(context) : stack._handle(context));
        try
        {
            var aws = new LocalAws(options.Region, Endpoint: $"http://{server.Address}");
            var text = await File.ReadAllTextAsync(options.Template, cancellationToken);
            var template = SamTemplate.Parse(text, options.Template, new PseudoParameters(aws.Region, aws.AccountId, Endpoint: aws.Endpoint), options.Parameters);
            stack = new Stack(template, aws);
            await stack.ComposeAsync(options, time, output, cancellationToken);
        }
        catch
        {
            if (stack is not null) await stack.DisposeAsync();
            await server.DisposeAsync();
            throw;
        }
        stack._parts.Add(server);
        return stack;
    }

    private async Task ComposeAsync(StackOptions options, TimeProvider time, StackOutput output, CancellationToken cancellationToken)
    {
        Routes = new RouteTable(ApiReader.Read(Template));
        var rules = ReadRules();
        Template.CheckAll();
        MqttPort = CheckedMqttPort(options.MqttPort);
        var functions = await ReadFunctionsAsync(time, output, cancellationToken);
        Functions = new FunctionCatalog(functions, new SandboxHost(Aws.Endpoint, Aws.Region, time, output.FunctionLine));
        _parts.Add(Functions);

        var lambda = new LambdaService(Aws, Functions, new AsyncInvocations(time, output.Line), time);
        IAwsService? Find(string name) => Services.Find(name);
        var targets = new EventTargets(Find, Aws);
        Services = new ServiceRouter([lambda, .. LocalServices.Create(Aws, targets, Find, time, part => _parts.Add(new Part(part)), output.Line, options.KeptExecutions)]);
        await new Deployment(Template, Find, output.Line).RunAsync(cancellationToken);

        _handle = new Entrance(Services, new LambdaEndpoint(lambda), Api(lambda, time), new DashboardEndpoint((StepFunctionsService)Services.Find("sfn")!), output.Line).HandleAsync;
        await OpenBrokerAsync(rules, targets, time, output);
    }

    private async Task<FunctionDefinition[]> ReadFunctionsAsync(TimeProvider time, StackOutput output, CancellationToken cancellationToken)
    {
        var resources = Template.Resources.Where(resource => resource.Type == "AWS::Serverless::Function").ToArray();
        var executables = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new FunctionReader(Template, folder => executables[folder]);
        var publisher = new BootstrapPublisher(time, output.Line);
        foreach (var folder in resources.Select(reader.CodeFolder).Distinct()) executables[folder] = await publisher.EnsureAsync(folder, cancellationToken);
        return [.. resources.Select(reader.Read)];
    }

    private HttpApiEndpoint Api(LambdaService lambda, TimeProvider time)
    {
        var invoker = new LocalFunctionInvoker(lambda);
        return new HttpApiEndpoint(Routes, new RouteAuthorization(invoker, Aws, time), invoker, name => Services.Find(name), Aws, time);
    }

    private TopicRule[] ReadRules()
    {
        var reader = new TopicRuleReader(Template.Source, Template.Intrinsics.Pseudo);
        return [.. Template.Resources.Where(resource => resource.Type == "AWS::IoT::TopicRule")
            .Select(resource => reader.Read(ResourceAttributes.Name(resource, Template.Intrinsics), Template.Intrinsics.Properties(resource), resource.Line))];
    }

    private async Task OpenBrokerAsync(IReadOnlyList<TopicRule> rules, IEventTargets targets, TimeProvider time, StackOutput output)
    {
        MqttBroker? broker = null;
        var engine = new RuleEngine(rules, targets, (topic, payload) => broker!.PublishAsync(topic, payload), time, output.Line);
        try
        {
            broker = await MqttBroker.StartAsync(MqttPort, engine.HandleAsync);
        }
        catch (SocketException)
        {
            throw MqttPortInUse(MqttPort);
        }
        _parts.Add(broker);
    }

    private static async Task<LoopbackServer> ListenAsync(int port, RequestDelegate handle)
    {
        try
        {
            return await LoopbackServer.StartAsync(port, handle, MaxRequestBytes);
        }
        catch (IOException)
        {
            throw new StartException($"The port {port} is in use. Stop what listens there (another Local?), or choose another with --port.");
        }
    }

    // The broker's library cannot choose a port by itself, and a port in use is better known before minutes go into publishing.
    private static int CheckedMqttPort(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            throw MqttPortInUse(port);
        }
    }

    private static StartException MqttPortInUse(int port)
        => new($"The MQTT port {port} is in use. Stop what listens there, or choose another with --mqtt-port.");

    private static Task NotReadyAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync("""{"message":"Local is still starting."}""");
    }

    private sealed class Part(IDisposable inner) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Closes every entrance and ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts)) await part.DisposeAsync();
        _parts.Clear();
    }
}
