namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class TagTests : IDisposable
{
    private const string Pass = """{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}""";

    private readonly LocalStepFunctions _aws = new();

    [Fact]
    public void Tags_are_set_replaced_and_removed()
    {
        var arn = _aws.Create("M", Pass);

        _aws.Call("TagResource", $$"""{"resourceArn":"{{arn}}","tags":[{"key":"a","value":"1"},{"key":"b","value":""}]}""");
        _aws.Call("TagResource", $$"""{"resourceArn":"{{arn}}","tags":[{"key":"a","value":"2"},{"key":"c","value":"3"}]}""");
        _aws.Call("UntagResource", $$"""{"resourceArn":"{{arn}}","tagKeys":["c","d"]}""");

        Assert.Equal("""{"tags":[{"key":"a","value":"2"},{"key":"b","value":""}]}""", Tags(arn));
    }

    [Fact]
    public void Machines_and_activities_are_created_with_tags_and_lose_them_when_deleted()
    {
        const string Machine = """{"name":"M","definition":"{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}","roleArn":"arn:aws:iam::000000000000:role/r","tags":[{"key":"k","value":"m"}]}""";
        var machine = LocalStepFunctions.Text(_aws.Call("CreateStateMachine", Machine), "stateMachineArn");
        var activity = LocalStepFunctions.Text(_aws.Call("CreateActivity", """{"name":"A","tags":[{"key":"k","value":"a"}]}"""), "activityArn");

        Assert.Equal("""{"tags":[{"key":"k","value":"m"}]}""", Tags(machine));
        Assert.Equal("""{"tags":[{"key":"k","value":"a"}]}""", Tags(activity));
        _aws.Call("DeleteStateMachine", $$"""{"stateMachineArn":"{{machine}}"}""");
        Assert.Equal("""{"tags":[]}""", Tags(_aws.Create("M", Pass)));
    }

    [Fact]
    public void A_version_has_no_tags_of_its_own()
    {
        var version = LocalStepFunctions.Text(_aws.Call("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{_aws.Create("M", Pass)}}"}"""), "stateMachineVersionArn");

        var refused = _aws.Refused("TagResource", $$"""{"resourceArn":"{{version}}","tags":[{"key":"a","value":"1"}]}""");

        Assert.Equal(("ResourceNotFound", $"Resource not found: '{version}'"), (refused.Code, refused.Message));
    }

    [Fact]
    public void More_than_fifty_tags_are_refused()
    {
        var arn = _aws.Create("M", Pass);
        var tags = string.Join(',', Enumerable.Range(0, 51).Select(i => $$"""{"key":"k{{i}}","value":""}"""));

        Assert.Equal("TooManyTags", _aws.Refused("TagResource", $$"""{"resourceArn":"{{arn}}","tags":[{{tags}}]}""").Code);
        Assert.Equal("""{"tags":[]}""", Tags(arn));
    }

    public void Dispose() => _aws.Dispose();

    private string Tags(string arn) => _aws.Call("ListTagsForResource", $$"""{"resourceArn":"{{arn}}"}""").ToJson();
}
