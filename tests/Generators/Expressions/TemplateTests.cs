using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;
using Aot.Generators.Reading.Expressions;

namespace Aot.Generators.Tests.Expressions;

public class TemplateTests
{
    [Theory]
    [InlineData("int n = 4;", "new Item(\"a\", n)", """{"id":"a","quantity":"{% $n %}","note":null,"limit":null,"tags":null,"next":null}""")]
    [InlineData("int n = 4;", "new[] { 1, n }", """[1,"{% $n %}"]""")]
    [InlineData("string[] xs = [\"a\"];", "new { A = xs[3], B = new[] { xs[0] } }", """{"a":"{% ($xs)[3] %}","b":["{% ($xs)[0] %}"]}""")]
    [InlineData("int n = 4;", "n > 3", "\"{% $n > 3 %}\"")]
    [InlineData("", "\"${X} stays\"", @"""{% '$' & '{X} stays' %}""")]
    [InlineData("", "\"{% n %}\"", @"""{% '{% n %}' %}""")]
    [InlineData("", "\"a \\\"b\\\" \\\\ é 😀\"", @"""a \""b\"" \\ é 😀""")]
    [InlineData("", "Own.Jobs", "\"${JobQueue}\"")]
    [InlineData("", "true", "true")]
    [InlineData("", "1.5", "1.5")]
    public void Literals_are_JSON_with_expressions_at_the_leaves(string locals, string expression, string template) =>
        Assert.Equal(template, Text(JsonataWriter.Template(new Snippet(expression, locals).Expr)));

    [Fact]
    public void A_null_of_its_own_is_an_expression_since_validators_refuse_the_literal() =>
        Assert.Equal("\"{% null %}\"", Text(JsonataWriter.Template(ConstantExpr.Null)));

    [Theory]
    [InlineData("int n = 4;", "new ReceiveMessageRequest(Own.Jobs, n)", """{"QueueUrl":"${JobQueue}","MaxNumberOfMessages":"{% $n %}"}""")]
    [InlineData("Item i = new(\"a\", 1);", "new ReceiveMessageRequest(Own.Jobs, i.Limit)",
        @"""{% $merge([{'QueueUrl': '${JobQueue}'}, $i.limit != null ? {'MaxNumberOfMessages': $i.limit} : {}]) %}""")]
    [InlineData("long cutoff = 4;", "new ScanRequest(Own.Heartbeats, \"seenAt >= :cutoff\", new { cutoff }, \"COUNT\")",
        """{"TableName":"${HeartbeatTable}","FilterExpression":"seenAt >= :cutoff","ExpressionAttributeValues":{":cutoff":{"N":"{% $string($cutoff) %}"}},"Select":"COUNT"}""")]
    [InlineData("var d = new Deep(\"x\", null!, [], true, null, []);", "new PutItemRequest<Deep>(Own.Heartbeats, d)",
        """{"TableName":"${HeartbeatTable}","Item":{"id":{"S":"{% $d.id %}"},"inner":{"M":{"id":{"S":"{% $d.inner.id %}"},"celsius":{"N":"{% $string($d.inner.celsius) %}"},"level":{"S":"{% $d.inner.level %}"},"at":{"S":"{% $d.inner.at %}"}}},"tags":{"L":"{% [$map($d.tags, function($item) { {'S': $item} })] %}"},"flag":{"BOOL":"{% $d.flag %}"},"count":"{% $d.count != null ? {'N': $string($d.count)} : {'NULL': true} %}","rows":{"L":"{% [$map($d.rows, function($item) { {'M': {'id': {'S': $item.id}, 'celsius': {'N': $string($item.celsius)}, 'level': {'S': $item.level}, 'at': {'S': $item.at}}} })] %}"}}}""")]
    [InlineData("var r = new Row(\"a\", 1, Level.Ok, default);", "new PutItemRequest<Row>(Own.Heartbeats, r with { Level = Level.Warning })",
        """{"TableName":"${HeartbeatTable}","Item":{"id":{"S":"{% $r.id %}"},"celsius":{"N":"{% $string($r.celsius) %}"},"level":{"S":"Warning"},"at":{"S":"{% $r.at %}"}}}""")]
    [InlineData("string s = \"\";", "new SendMessageRequest<object>(Own.Jobs, new { Id = s })",
        """{"QueueUrl":"${JobQueue}","MessageBody":"{% $string({'id': $s}) %}"}""")]
    [InlineData("string s = \"\";", "new SendMessageRequest<string>(Own.Jobs, s)",
        """{"QueueUrl":"${JobQueue}","MessageBody":"{% ($text := $string([$s]); $substring($text, 1, $length($text) - 2)) %}"}""")]
    [InlineData("", "new { Own.Work, Machine = StateMachineResource.Of<Worker>() }", """{"work":"${WorkFunctionArn}","machine":"${WorkerMachineArn}"}""")]
    public void Requests_are_written_as_their_service_wants_them(string locals, string expression, string template)
    {
        var lastId = 1000;
        var wire = new ServiceWire((hint, type) => new BoundExpr(++lastId, hint, type), isSdk: false);

        Assert.Equal(template, Text(JsonataWriter.Template(wire.Encode(new Snippet(expression, locals).Expr))));
    }

    private static string Text(JsonText template) => template switch
    {
        JsonObject literal => $"{{{string.Join(",", literal.Properties.Select(p => $"{JsonString.Quote(p.Name)}:{Text(p.Value)}"))}}}",
        JsonArray literal => $"[{string.Join(",", literal.Items.Select(Text))}]",
        _ => ((JsonScalar)template).Text,
    };
}
