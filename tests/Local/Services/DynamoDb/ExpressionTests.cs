using Aot.Local.Services;
using Aot.Local.Services.DynamoDb;

namespace Aot.Local.Tests.Services.DynamoDb;

public class ExpressionTests
{
    private const string Item = """
        {"pk":{"S":"a"},"n":{"N":"5"},"s":{"S":"hello"},"tags":{"SS":["x","y"]},"list":{"L":[{"N":"1"},{"S":"two"},{"N":"3"}]},
         "map":{"M":{"in":{"N":"7"},"gone":{"NULL":true}}},"flag":{"BOOL":true},"bin":{"B":"AQID"}}
        """;

    private readonly DynamoDbService _dynamo = new(new LocalAws(), new FakeClock());

    [Theory]
    [InlineData("n = :five", true)]
    [InlineData("n <> :five", false)]
    [InlineData("n > :four AND n < :ten", true)]
    [InlineData("n BETWEEN :four AND :ten", true)]
    [InlineData("n BETWEEN :ten AND :four", false)]
    [InlineData("n IN (:four, :five)", true)]
    [InlineData("s IN (:four, :five)", false)]
    [InlineData("NOT n = :five OR s = :hello", true)]
    [InlineData("NOT (n = :five OR s = :hello)", false)]
    [InlineData("n = :ten OR n = :five AND s = :four", false)]
    [InlineData("attribute_exists(#m.#in)", true)]
    [InlineData("attribute_exists(#m.nothing)", false)]
    [InlineData("attribute_not_exists(nothing)", true)]
    [InlineData("attribute_type(tags, :SS)", true)]
    [InlineData("attribute_type(s, :SS)", false)]
    [InlineData("begins_with(s, :he)", true)]
    [InlineData("begins_with(n, :he)", false)]
    [InlineData("contains(s, :he)", true)]
    [InlineData("contains(tags, :x)", true)]
    [InlineData("contains(#l, :three)", true)]
    [InlineData("contains(#l, :x)", false)]
    [InlineData("size(s) = :five", true)]
    [InlineData("size(#l) < :four", true)]
    [InlineData("size(n) = :five", false)]
    [InlineData("size(bin) = :three", true)]
    [InlineData("#l[2] = :three", true)]
    [InlineData("#l[9] = :three", false)]
    [InlineData("nothing = :five", false)]
    [InlineData("nothing <> :five", true)]
    [InlineData("s > :four", false)]
    [InlineData("tags = :yx", true)]
    [InlineData("flag = :true", true)]
    [InlineData("#m.gone = :null", true)]
    public async Task A_condition_holds_or_not(string condition, bool holds)
    {
        await CreateAsync();

        var found = await _dynamo.CallAsync("Scan", Request("FilterExpression", condition));

        Assert.Equal(holds ? "1" : "0", found.TextAt("Count"));
    }

    [Theory]
    [InlineData("SET n = n + :five", "n", """{"N":"10"}""")]
    [InlineData("SET n = :ten - n", "n", """{"N":"5"}""")]
    [InlineData("SET z = if_not_exists(z, :five)", "z", """{"N":"5"}""")]
    [InlineData("SET n = if_not_exists(n, :ten) + :five", "n", """{"N":"10"}""")]
    [InlineData("SET #l = list_append(#l, :items)", "list", """{"L":[{"N":"1"},{"S":"two"},{"N":"3"},{"S":"x"}]}""")]
    [InlineData("SET #l = list_append(:items, #l)", "list", """{"L":[{"S":"x"},{"N":"1"},{"S":"two"},{"N":"3"}]}""")]
    [InlineData("SET #l[0] = :x, #l[9] = :he", "list", """{"L":[{"S":"x"},{"S":"two"},{"N":"3"},{"S":"he"}]}""")]
    [InlineData("SET #m.#in = n", "map", """{"M":{"in":{"N":"5"},"gone":{"NULL":true}}}""")]
    [InlineData("SET #m.fresh = :x REMOVE #m.gone", "map", """{"M":{"in":{"N":"7"},"fresh":{"S":"x"}}}""")]
    [InlineData("REMOVE #l[0], #l[2]", "list", """{"L":[{"S":"two"}]}""")]
    [InlineData("REMOVE s", "s", null)]
    [InlineData("ADD n :ten", "n", """{"N":"15"}""")]
    [InlineData("ADD visits :ten", "visits", """{"N":"10"}""")]
    [InlineData("ADD tags :zx", "tags", """{"SS":["x","y","z"]}""")]
    [InlineData("DELETE tags :zx", "tags", """{"SS":["y"]}""")]
    [InlineData("DELETE tags :yx", "tags", null)]
    [InlineData("set n = s, s = n", "n", """{"S":"hello"}""")]
    public async Task An_update_changes_the_item(string update, string attribute, string? expected)
    {
        await CreateAsync();

        var changed = await _dynamo.CallAsync("UpdateItem", Request("UpdateExpression", update, ""","Key":{"pk":{"S":"a"}},"ReturnValues":"ALL_NEW" """));

        Assert.Equal(expected, changed.At($"Attributes.{attribute}")?.ToJson());
    }

    [Theory]
    [InlineData("n = :nope", "Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :nope")]
    [InlineData("#nope = :five", "Invalid FilterExpression: An expression attribute name used in the document path is not defined; attribute name: #nope")]
    [InlineData("list = :five", "Invalid FilterExpression: Attribute name is a reserved keyword; reserved keyword: list")]
    [InlineData("n = ", "Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \"=\"")]
    [InlineData("n : five", "Invalid FilterExpression: Syntax error; token: \":\", near: \"n : five\"")]
    [InlineData("", "Invalid FilterExpression: The expression can not be empty;")]
    [InlineData("nosuch(n)", "Invalid FilterExpression: Invalid function name; function: nosuch")]
    [InlineData("contains(n)", "Invalid FilterExpression: Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1")]
    [InlineData("n < :true", "Invalid FilterExpression: Incorrect operand type for operator or function; operator or function: <, operand type: BOOL")]
    public async Task A_wrong_condition_is_refused_in_the_services_words(string condition, string message)
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync("Scan", Request("FilterExpression", condition));

        Assert.Equal(("ValidationException", message), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("SET pk = :x", "One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key")]
    [InlineData("SET n = s + :five", "An operand in the update expression has an incorrect data type")]
    [InlineData("SET n = nothing", "The provided expression refers to an attribute that does not exist in the item")]
    [InlineData("SET nothing.deep = :x", "The document path provided in the update expression is invalid for update")]
    [InlineData("SET #m.#in = :x, #m = :x", "Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [map, in], path two: [map]")]
    [InlineData("SET n = :five SET s = :x", "Invalid UpdateExpression: The \"SET\" section can only be used once in an update expression;")]
    [InlineData("ADD s :x", "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: ADD, operand type: S")]
    public async Task A_wrong_update_is_refused_and_changes_nothing(string update, string message)
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync("UpdateItem", Request("UpdateExpression", update, ""","Key":{"pk":{"S":"a"}}"""));

        Assert.Equal(message, refused.Message);
        Assert.Equal("5", (await _dynamo.CallAsync("Scan", """{"TableName":"things"}""")).TextAt("Items.0.n.N"));
    }

    [Fact]
    public async Task A_projection_keeps_the_named_parts()
    {
        await CreateAsync();

        var found = await _dynamo.CallAsync(
            "GetItem",
            """{"TableName":"things","Key":{"pk":{"S":"a"}},"ProjectionExpression":"n, #m.#in, #l[2], #l[0], nothing","ExpressionAttributeNames":{"#m":"map","#in":"in","#l":"list"}}""");

        Assert.Equal("""{"Item":{"n":{"N":"5"},"map":{"M":{"in":{"N":"7"}}},"list":{"L":[{"N":"1"},{"N":"3"}]}}}""", found.ToJson());
    }

    [Fact]
    public async Task An_unused_substitution_is_refused()
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync(
            "Scan", """{"TableName":"things","FilterExpression":"n = :a","ExpressionAttributeValues":{":a":{"N":"1"},":b":{"N":"2"}}}""");

        Assert.Equal("Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}", refused.Message);
    }

    private async Task CreateAsync()
    {
        await _dynamo.CallAsync(
            "CreateTable",
            """{"TableName":"things","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}""");
        await _dynamo.CallAsync("PutItem", $$"""{"TableName":"things","Item":{{Item}} }""");
    }

    // Only the substitutions that the expression uses: the service refuses the others.
    [Theory]
    [InlineData("(")]
    [InlineData("NOT ")]
    public async Task An_expression_over_4_KiB_is_refused_however_deep_it_nests(string opening)
    {
        await CreateAsync();

        var refused = await _dynamo.RefusedAsync("Scan", Request("FilterExpression", string.Concat(Enumerable.Repeat(opening, 100_000)) + "n"));

        Assert.Equal("Invalid FilterExpression: Expression size has exceeded the maximum allowed size;", refused.Message);
    }

    private static string Request(string member, string expression, string more = "")
    {
        var names = new Dictionary<string, string> { ["#m"] = "map", ["#in"] = "in", ["#l"] = "list" };
        var values = new Dictionary<string, string>
        {
            [":five"] = """{"N":"5.0"}""", [":four"] = """{"N":"4"}""", [":ten"] = """{"N":"1e1"}""", [":three"] = """{"N":"3"}""",
            [":hello"] = """{"S":"hello"}""", [":he"] = """{"S":"he"}""", [":x"] = """{"S":"x"}""", [":SS"] = """{"S":"SS"}""",
            [":yx"] = """{"SS":["y","x"]}""", [":zx"] = """{"SS":["z","x"]}""", [":items"] = """{"L":[{"S":"x"}]}""",
            [":true"] = """{"BOOL":true}""", [":null"] = """{"NULL":true}""",
        };
        return $$"""
            {"TableName":"things","{{member}}":"{{expression}}"{{Members("ExpressionAttributeNames", names.Where(IsUsed).Select(name => $"\"{name.Key}\":\"{name.Value}\""))}}
            {{Members("ExpressionAttributeValues", values.Where(IsUsed).Select(value => $"\"{value.Key}\":{value.Value}"))}}{{more}} }
            """;

        bool IsUsed(KeyValuePair<string, string> entry) => System.Text.RegularExpressions.Regex.IsMatch(expression, entry.Key + @"\b");

        static string Members(string name, IEnumerable<string> members) => members.Any() ? $",\"{name}\":{{{string.Join(",", members)}}}" : "";
    }
}
