using System.Buffers;
using System.Net;
using MQTTnet;
using MQTTnet.Server;

namespace Aot.Local.Iot;

/// <summary>The MQTT entrance: a broker on a loopback port that shows every published message to the rules.</summary>
internal sealed class MqttBroker : IAsyncDisposable
{
    private const int MaxPayloadBytes = 128 * 1024; // AWS IoT Core quotas, "Publish message payload size"

    private readonly MqttServer _server;

    private MqttBroker(MqttServer server, int port) => (_server, Port) = (server, port);

    public int Port { get; }

    /// <summary>Listens.</summary>
    /// <param name="handle">Topic, client id and payload of each message; it is acknowledged when this returns.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port is in use.</exception>
    public static async Task<MqttBroker> StartAsync(int port, Func<string, string, byte[], CancellationToken, Task> handle)
    {
        var factory = new MqttServerFactory();
        var options = factory.CreateServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointPort(port)
            .WithDefaultEndpointBoundIPAddress(IPAddress.Loopback)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .Build();
        var server = factory.CreateMqttServer(options);
        server.InterceptingPublishAsync += e => InterceptAsync(e, handle);
        await server.StartAsync();
        return new MqttBroker(server, port);
    }

    /// <summary>Publishes to the subscribers of a topic; rules see it too.</summary>
    public Task PublishAsync(string topic, byte[] payload) => _server.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).Build()) { SenderClientId = "aws-iot-rule" });

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new MqttServerStopOptions());
        _server.Dispose();
    }

    private static async Task InterceptAsync(InterceptingPublishEventArgs e, Func<string, string, byte[], CancellationToken, Task> handle)
    {
        if (e.ApplicationMessage.Payload.Length > MaxPayloadBytes || TopicName.Problem(e.ApplicationMessage.Topic) is not null)
        {
            e.ProcessPublish = false;
            e.CloseConnection = true; // as IoT Core does with a packet over its limits
            return;
        }
        await handle(e.ApplicationMessage.Topic, e.ClientId, e.ApplicationMessage.Payload.ToArray(), e.CancellationToken);
    }
}
