using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Aot.Local.Services.DynamoDb;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Aot.Local.Tests.Services.DynamoDb;

/// <summary>The tables as AWSSDK.DynamoDBv2 sees them; the client checks each answer's CRC-32 itself.</summary>
public class DynamoDbClientTests
{
    [Fact]
    public async Task An_item_goes_through_with_every_type()
    {
        await using var wire = await StartAsync();
        using var client = await ClientOfAsync(wire);
        var item = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new("a"), ["n"] = new() { N = "1.5" }, ["b"] = new() { B = new MemoryStream([0, 255]) }, ["flag"] = new() { BOOL = false }, ["none"] = new() { NULL = true },
            ["list"] = new() { L = [new("x"), new() { N = "2" }] }, ["map"] = new() { M = new() { ["in"] = new("y") } },
            ["ss"] = new() { SS = ["p", "q"] }, ["ns"] = new() { NS = ["1", "2"] }, ["bs"] = new() { BS = [new MemoryStream([7])] },
        };

        await client.PutItemAsync("things", item);
        var found = (await client.GetItemAsync("things", new() { ["pk"] = new("a") })).Item;

        Assert.Equal(item.Keys, found.Keys);
        Assert.Equal("1.5", found["n"].N);
        Assert.Equal(new byte[] { 0, 255 }, found["b"].B.ToArray());
        Assert.Equal("2", found["list"].L[1].N);
        Assert.Equal("y", found["map"].M["in"].S);
        Assert.Equal(["p", "q"], found["ss"].SS);
    }

    [Fact]
    public async Task Refusals_arrive_as_the_clients_exceptions()
    {
        await using var wire = await StartAsync();
        using var client = await ClientOfAsync(wire);
        var key = new Dictionary<string, AttributeValue> { ["pk"] = new("a") };
        await client.PutItemAsync("things", new() { ["pk"] = new("a"), ["old"] = new("yes") });

        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => client.PutItemAsync(new PutItemRequest
        {
            TableName = "things", Item = key, ConditionExpression = "attribute_not_exists(pk)", ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        }));
        var cancelled = await Assert.ThrowsAsync<TransactionCanceledException>(() => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            TransactItems = [new() { Delete = new() { TableName = "things", Key = key, ConditionExpression = "attribute_not_exists(pk)" } }],
        }));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync("none"));
        await Assert.ThrowsAsync<ResourceInUseException>(() => CreateAsync(client));

        Assert.Equal("yes", failed.Item["old"].S);
        Assert.Equal("ConditionalCheckFailed", cancelled.CancellationReasons[0].Code);
    }

    [Fact]
    public async Task A_described_table_is_active()
    {
        await using var wire = await StartAsync();
        using var client = await ClientOfAsync(wire);

        var table = (await client.DescribeTableAsync("things")).Table;

        Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/things", table.TableArn);
    }

    private static Task<Wire> StartAsync() => Wire.StartAsync(aws => [new DynamoDbService(aws, TimeProvider.System)]);

    private static async Task<AmazonDynamoDBClient> ClientOfAsync(Wire wire)
    {
        var client = new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"), new AmazonDynamoDBConfig { ServiceURL = wire.Endpoint, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
        await CreateAsync(client);
        return client;
    }

    private static Task CreateAsync(AmazonDynamoDBClient client) => client.CreateTableAsync(new CreateTableRequest
    {
        TableName = "things", BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = [new("pk", KeyType.HASH)], AttributeDefinitions = [new("pk", ScalarAttributeType.S)],
    });
}
