using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Aot.Local.Json;
using Aot.Local.Services.Ec2;

namespace Aot.Local.Tests.Services.Ec2;

/// <summary>Instances as AWSSDK.EC2 sees them.</summary>
public class Ec2ClientTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task An_instance_lives_from_pending_to_terminated()
    {
        await using var wire = await Wire.StartAsync(aws => [new Ec2Service(aws, _clock)]);
        using var client = ClientOf(wire);

        var run = await client.RunInstancesAsync(new RunInstancesRequest
        {
            ImageId = "ami-1", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 2, ClientToken = "once",
            TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = [new("aot:job", "7")] }],
        });
        var id = run.Reservation.Instances[0].InstanceId;
        var states = new List<string> { await StateAsync(client, id) };
        _clock.Advance(TimeSpan.FromSeconds(3));
        states.Add(await StateAsync(client, id));
        var ended = await client.TerminateInstancesAsync(new TerminateInstancesRequest([id]));
        states.Add(await StateAsync(client, id));
        _clock.Advance(TimeSpan.FromSeconds(3));
        states.Add(await StateAsync(client, id));

        Assert.Equal(2, run.Reservation.Instances.Count);
        Assert.Equal(InstanceType.T3Micro, run.Reservation.Instances[0].InstanceType);
        Assert.Equal(["pending", "running", "shutting-down", "terminated"], states);
        Assert.Equal("running", ended.TerminatingInstances[0].PreviousState.Name.Value);
    }

    [Fact]
    public async Task A_repeated_client_token_launches_nothing_more()
    {
        await using var wire = await Wire.StartAsync(aws => [new Ec2Service(aws, _clock)]);
        using var client = ClientOf(wire);
        var request = new RunInstancesRequest { ImageId = "ami-1", MinCount = 1, MaxCount = 1, ClientToken = "once" };

        var first = await client.RunInstancesAsync(request);
        var again = await client.RunInstancesAsync(request);

        Assert.Equal(first.Reservation.Instances[0].InstanceId, again.Reservation.Instances[0].InstanceId);
    }

    [Theory]
    [InlineData("tag:aot:job", "7", 1)]
    [InlineData("tag:aot:job", "*", 2)]
    [InlineData("tag-key", "aot:job", 2)]
    [InlineData("instance-state-name", "pending", 2)]
    [InlineData("instance-state-name", "running", 0)]
    [InlineData("instance-type", "t3.?icro", 2)]
    public async Task Filters_choose_instances(string name, string value, int expected)
    {
        await using var wire = await Wire.StartAsync(aws => [new Ec2Service(aws, _clock)]);
        using var client = ClientOf(wire);
        foreach (var job in new[] { "7", "8" })
        {
            var run = await client.RunInstancesAsync(new RunInstancesRequest { ImageId = "ami-1", InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1 });
            await client.CreateTagsAsync(new CreateTagsRequest([run.Reservation.Instances[0].InstanceId], [new Tag("aot:job", job)]));
        }

        var found = await client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new Filter(name, [value])] });

        Assert.Equal(expected, (found.Reservations ?? []).Sum(reservation => reservation.Instances.Count));
    }

    [Fact]
    public async Task A_launch_template_gives_what_the_request_leaves_open()
    {
        Ec2Service? ec2 = null;
        await using var wire = await Wire.StartAsync(aws => [ec2 = new Ec2Service(aws, _clock)]);
        ec2!.AddLaunchTemplate("lt-1", "runner", (ObjectValue)Value.Parse(
            """{"ImageId":"ami-9","InstanceType":"c7g.large","TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"team","Value":"ci"}]}]}"""));
        using var client = ClientOf(wire);

        var run = await client.RunInstancesAsync(new RunInstancesRequest
        {
            LaunchTemplate = new() { LaunchTemplateName = "runner" }, InstanceType = InstanceType.T3Micro, MinCount = 1, MaxCount = 1,
        });
        var templates = await client.DescribeLaunchTemplatesAsync(new DescribeLaunchTemplatesRequest { LaunchTemplateIds = ["lt-1"] });
        var unknown = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.RunInstancesAsync(
            new RunInstancesRequest { LaunchTemplate = new() { LaunchTemplateId = "lt-2" }, MinCount = 1, MaxCount = 1 }));

        var instance = run.Reservation.Instances[0];
        Assert.Equal("ami-9 t3.micro ci", $"{instance.ImageId} {instance.InstanceType} {instance.Tags.Single().Value}");
        Assert.Equal("runner", templates.LaunchTemplates.Single().LaunchTemplateName);
        Assert.Equal("InvalidLaunchTemplateId.NotFound", unknown.ErrorCode);
    }

    [Fact]
    public async Task Without_capacity_nothing_is_launched()
    {
        var ec2 = new Ec2Service(new Aot.Local.Services.LocalAws(), _clock, capacity: 1);
        await ec2.CallAsync("RunInstances", """{"ImageId":"ami-1","MinCount":1,"MaxCount":5}""");

        var refused = await ec2.RefusedAsync("RunInstances", """{"ImageId":"ami-1","MinCount":1,"MaxCount":1}""");

        Assert.Equal("InsufficientInstanceCapacity", refused.Code);
    }

    [Theory]
    [InlineData("RunInstances", """{"MinCount":1,"MaxCount":1}""", "MissingParameter")]
    [InlineData("RunInstances", """{"ImageId":"ami-1","MinCount":2,"MaxCount":1}""", "InvalidParameterValue")]
    [InlineData("StartInstances", """{"InstanceIds":["nonsense"]}""", "InvalidInstanceID.Malformed")]
    [InlineData("DescribeInstances", """{"Filters":[{"Name":"colour","Values":["red"]}]}""", "InvalidParameterValue")]
    public async Task A_bad_request_is_refused(string operation, string request, string code)
    {
        var ec2 = new Ec2Service(new Aot.Local.Services.LocalAws(), _clock);
        await ec2.CallAsync("RunInstances", """{"ImageId":"ami-1","MinCount":1,"MaxCount":1}""");

        Assert.Equal(code, (await ec2.RefusedAsync(operation, request)).Code);
    }

    private static async Task<string> StateAsync(AmazonEC2Client client, string id) =>
        (await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] })).Reservations[0].Instances[0].State.Name.Value;

    private static AmazonEC2Client ClientOf(Wire wire) => new(
        new BasicAWSCredentials("test", "test"), new AmazonEC2Config { ServiceURL = wire.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
