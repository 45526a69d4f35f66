using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;

namespace Aot.Local.Tests.Services.DynamoDb;

public class DynamoDbServiceTests
{
    private readonly FakeClock _clock = new();
    private readonly DynamoDbService _dynamo;

    public DynamoDbServiceTests() => _dynamo = new DynamoDbService(new LocalAws(), _clock);

    [Fact]
    public async Task A_failed_condition_returns_the_item_when_asked()
    {
        await CreateAsync();
        await PutAsync("a", 1);

        var refused = await _dynamo.RefusedAsync(
            "PutItem",
            """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"attribute_not_exists(pk)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}""");

        Assert.Equal("ConditionalCheckFailedException", refused.Code);
        Assert.Equal("a-1", refused.Members!.TextAt("Item.data.S"));
    }

    [Theory]
    [InlineData("GetItem", """{"TableName":"none","Key":{"pk":{"S":"a"}}}""", "ResourceNotFoundException", "Requested resource not found")]
    [InlineData("DescribeTable", """{"TableName":"none"}""", "ResourceNotFoundException", "Requested resource not found: Table: none not found")]
    [InlineData("GetItem", """{"Key":{"pk":{"S":"a"}}}""", "ValidationException", "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null")]
    [InlineData("GetItem", """{"TableName":"things","Key":{"pk":{"S":"a"}}}""", "ValidationException", "The provided key element does not match the schema")]
    [InlineData("GetItem", """{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"S":"1"}}}""", "ValidationException", "The provided key element does not match the schema")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"}}}""", "ValidationException", "One or more parameter values were invalid: Missing the key sk in the item")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":""},"sk":{"N":"1"}}}""", "ValidationException", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"one"}}}""", "ValidationException", "The parameter cannot be converted to a numeric value: one")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"x":{"SS":["a","a"]}}}""", "ValidationException", "One or more parameter values were invalid: Input collection [a, a] contains duplicates.")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"x":{}}}""", "ValidationException", "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes")]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"x":"bare"}}""", "SerializationException", null)]
    [InlineData("PutItem", """{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"123456789012345678901234567890123456789"}}}""", "ValidationException", "Attempting to store more than 38 significant digits in a Number")]
    [InlineData("PutItem", """{"TableName":7,"Item":{}}""", "SerializationException", "TableName must be a string, found 7")]
    [InlineData("Query", """{"TableName":"things","KeyConditionExpression":"sk = :k","ExpressionAttributeValues":{":k":{"N":"1"}}}""", "ValidationException", "Query condition missed key schema element: pk")]
    [InlineData("Query", """{"TableName":"things","IndexName":"none","KeyConditionExpression":"sk = :k","ExpressionAttributeValues":{":k":{"N":"1"}}}""", "ValidationException", "The table does not have the specified index: none")]
    [InlineData("Scan", """{"TableName":"things","ScanFilter":{}}""", "ValidationException", "The local dynamodb does not support the legacy parameter ScanFilter; use an expression.")]
    [InlineData("ExportTableToPointInTime", "{}", "UnknownOperationException", null)]
    public async Task A_bad_request_is_refused_in_the_services_words(string operation, string request, string code, string? message)
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync(operation, request);

        Assert.Equal((code, message ?? refused.Message), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task An_item_over_400_KB_is_refused()
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync("PutItem", $$$"""{"TableName":"things","Item":{"pk":{"S":"a"},"sk":{"N":"1"},"x":{"S":"{{{new string('x', 400 * 1024)}}}"} } }""");

        Assert.Equal("Item size has exceeded the maximum allowed size", refused.Message);
    }

    [Theory]
    [InlineData("pk = :p", "", "1 2 10 30")]
    [InlineData("pk = :p AND sk > :low", "", "10 30")]
    [InlineData("pk = :p AND sk BETWEEN :low AND :high", "", "2 10")]
    [InlineData(":p = pk", ",\"ScanIndexForward\":false", "30 10 2 1")]
    [InlineData("pk = :p", ",\"FilterExpression\":\"even = :yes\"", "2 10 30")]
    public async Task A_query_returns_one_partition_in_the_order_of_its_sort_key(string condition, string more, string expected)
    {
        await CreateAsync();
        foreach (var sort in new[] { 10, 2, 30, 1 })
            await PutAsync("a", sort);
        await PutAsync("b", 5);
        var values = string.Join(",", new[] { "\":p\":{\"S\":\"a\"}", "\":low\":{\"N\":\"2\"}", "\":high\":{\"N\":\"10\"}", "\":yes\":{\"BOOL\":true}" }
            .Where(value => (condition + more).Contains(value[1..value.IndexOf('"', 1)])));

        var found = await _dynamo.CallAsync(
            "Query", $$"""{"TableName":"things","KeyConditionExpression":"{{condition}}","ExpressionAttributeValues":{ {{values}} }{{more}} }""");

        Assert.Equal(expected, string.Join(' ', ((ArrayValue)found.At("Items")!).Select(item => item.TextAt("sk.N"))));
    }

    [Fact]
    public async Task A_scan_in_pages_finds_every_item_once()
    {
        await CreateAsync();
        for (var i = 0; i < 25; i++)
            await PutAsync($"p{i % 5}", i);

        var found = new List<string>();
        var start = "";
        do
        {
            var page = await _dynamo.CallAsync("Scan", $$"""{"TableName":"things","Limit":7{{start}} }""");
            found.AddRange(((ArrayValue)page.At("Items")!).Select(item => item.TextAt("data.S")!));
            start = page.At("LastEvaluatedKey") is { } last ? $",\"ExclusiveStartKey\":{last.ToJson()}" : "";
        }
        while (start.Length > 0);

        Assert.Equal(25, found.Count);
        Assert.Equal(25, found.Distinct().Count());
    }

    [Fact]
    public async Task A_scan_can_count_only()
    {
        await CreateAsync();
        await PutAsync("a", 1);
        await PutAsync("a", 2);

        var counted = await _dynamo.CallAsync(
            "Scan", """{"TableName":"things","Select":"COUNT","FilterExpression":"even = :t","ExpressionAttributeValues":{":t":{"BOOL":true}}}""");

        Assert.Equal("""{"Count":1,"ScannedCount":2}""", counted.ToJson());
    }

    [Fact]
    public async Task An_index_holds_the_items_that_have_its_keys_in_its_order()
    {
        await _dynamo.CallAsync(
            "CreateTable",
            """
            {"TableName":"jobs","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"state","AttributeType":"S"},{"AttributeName":"at","AttributeType":"N"}],
             "GlobalSecondaryIndexes":[{"IndexName":"by-state","KeySchema":[{"AttributeName":"state","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}]}
            """);
        foreach (var (id, state, at) in new[] { ("x", "run", 9), ("y", "run", 10), ("z", "done", 1), ("w", "run", 9) })
            await _dynamo.CallAsync("PutItem", $$$"""{"TableName":"jobs","Item":{"id":{"S":"{{{id}}}"},"state":{"S":"{{{state}}}"},"at":{"N":"{{{at}}}"},"extra":{"S":"e"} } }""");
        await _dynamo.CallAsync("PutItem", """{"TableName":"jobs","Item":{"id":{"S":"outside"}}}""");
        const string Query = "\"TableName\":\"jobs\",\"IndexName\":\"by-state\",\"KeyConditionExpression\":\"#s = :s\",\"ExpressionAttributeNames\":{\"#s\":\"state\"},\"ExpressionAttributeValues\":{\":s\":{\"S\":\"run\"}}";

        var first = await _dynamo.CallAsync("Query", $$"""{ {{Query}},"Limit":2}""");
        var second = await _dynamo.CallAsync("Query", $$"""{ {{Query}},"ExclusiveStartKey":{{first.At("LastEvaluatedKey")!.ToJson()}} }""");

        Assert.Equal("""[{"id":{"S":"w"},"state":{"S":"run"},"at":{"N":"9"}},{"id":{"S":"x"},"state":{"S":"run"},"at":{"N":"9"}}]""", first.At("Items")!.ToJson());
        Assert.Equal("y", second.TextAt("Items.0.id.S"));
        Assert.Equal("1", second.TextAt("Count"));
    }

    [Fact]
    public async Task A_cancelled_transaction_changes_nothing_and_says_why()
    {
        await CreateAsync();
        await PutAsync("a", 1);

        var refused = await _dynamo.RefusedAsync(
            "TransactWriteItems",
            """
            {"TransactItems":[
             {"Put":{"TableName":"things","Item":{"pk":{"S":"b"},"sk":{"N":"1"}}}},
             {"Delete":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"ConditionExpression":"even = :t","ExpressionAttributeValues":{":t":{"BOOL":true}}}}]}
            """);

        Assert.Equal("TransactionCanceledException", refused.Code);
        Assert.Equal("None ConditionalCheckFailed", $"{refused.Members!.TextAt("CancellationReasons.0.Code")} {refused.Members!.TextAt("CancellationReasons.1.Code")}");
        Assert.Equal("1", (await _dynamo.CallAsync("Scan", """{"TableName":"things"}""")).TextAt("Count"));
    }

    [Fact]
    public async Task A_transaction_with_a_known_token_is_done_once()
    {
        await CreateAsync();
        const string Request = """
            {"ClientRequestToken":"t1","TransactItems":[{"Update":{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},
             "UpdateExpression":"ADD hits :one","ExpressionAttributeValues":{":one":{"N":"1"}}}}]}
            """;

        await _dynamo.CallAsync("TransactWriteItems", Request);
        await _dynamo.CallAsync("TransactWriteItems", Request);
        var once = (await _dynamo.CallAsync("Scan", """{"TableName":"things"}""")).TextAt("Items.0.hits.N");
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _dynamo.CallAsync("TransactWriteItems", Request);

        Assert.Equal("1", once);
        Assert.Equal("2", (await _dynamo.CallAsync("Scan", """{"TableName":"things"}""")).TextAt("Items.0.hits.N"));
    }

    [Fact]
    public async Task A_batch_writes_and_gets_many_items()
    {
        await CreateAsync();
        await PutAsync("a", 1);

        await _dynamo.CallAsync(
            "BatchWriteItem",
            """{"RequestItems":{"things":[{"PutRequest":{"Item":{"pk":{"S":"b"},"sk":{"N":"2"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"a"},"sk":{"N":"1"}}}}]}}""");
        var found = await _dynamo.CallAsync(
            "BatchGetItem", """{"RequestItems":{"things":{"Keys":[{"pk":{"S":"a"},"sk":{"N":"1"}},{"pk":{"S":"b"},"sk":{"N":"2"}}]}}}""");

        Assert.Equal("""{"Responses":{"things":[{"pk":{"S":"b"},"sk":{"N":"2"}}]},"UnprocessedKeys":{}}""", found.ToJson());
    }

    [Fact]
    public async Task Concurrent_updates_of_one_counter_lose_nothing()
    {
        await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => _dynamo.CallAsync(
            "UpdateItem",
            """{"TableName":"things","Key":{"pk":{"S":"a"},"sk":{"N":"1"}},"UpdateExpression":"ADD hits :one","ExpressionAttributeValues":{":one":{"N":"1"}}}"""))));

        Assert.Equal("200", (await _dynamo.CallAsync("Scan", """{"TableName":"things"}""")).TextAt("Items.0.hits.N"));
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("-0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("12E-4", "0.0012")]
    [InlineData("+7", "7")]
    [InlineData("99999999999999999999999999999999999999", "99999999999999999999999999999999999999")]
    public void A_number_has_one_form(string text, string expected) => Assert.Equal(expected, DynamoNumber.Parse(text).ToString());

    private Task<Value> CreateAsync() => _dynamo.CallAsync(
        "CreateTable",
        """
        {"TableName":"things","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"}]}
        """);

    private Task<Value> PutAsync(string partition, int sort) => _dynamo.CallAsync(
        "PutItem",
        $$$"""{"TableName":"things","Item":{"pk":{"S":"{{{partition}}}"},"sk":{"N":"{{{sort}}}"},"data":{"S":"{{{partition}}}-{{{sort}}}"},"even":{"BOOL":{{{(sort % 2 == 0 ? "true" : "false")}}} } } }""");
}
