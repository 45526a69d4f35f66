using Aot.Local.Json;

namespace Aot.Local.Tests.Services.StepFunctions;

public sealed class VersionTests : IDisposable
{
    private const string First = """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Output":1,"End":true}}}""";
    private const string Second = """{"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Pass","Output":2,"End":true}}}""";

    private readonly LocalStepFunctions _aws = new();
    private readonly string _machine;

    public VersionTests() => _machine = _aws.Create("M", First);

    [Fact]
    public void A_version_keeps_the_revision_it_was_published_from()
    {
        var version = Publish();
        Update(Second);

        Assert.Equal($"{_machine}:1", version);
        Assert.Equal(First, LocalStepFunctions.Text(Describe(version), "definition"));
        Assert.Equal(version, LocalStepFunctions.Text(Describe(version), "stateMachineArn"));
        Assert.Equal(Second, LocalStepFunctions.Text(Describe(_machine), "definition"));
        Assert.Equal("1", LocalStepFunctions.Text(_aws.RunToEnd(_aws.Start(version, "e")), "output"));
    }

    [Fact]
    public void Publishing_the_same_revision_twice_is_one_version()
    {
        Assert.Equal(Publish(), Publish());

        Update(Second);

        Assert.Equal($"{_machine}:2", Publish());
        Assert.Equal([$"{_machine}:2", $"{_machine}:1"], Versions());
    }

    [Fact]
    public void An_update_without_a_change_is_no_revision()
    {
        var unchanged = Update(First);
        var changed = Update(Second);

        Assert.False(unchanged.Has("revisionId"));
        Assert.Equal(LocalStepFunctions.Text(changed, "revisionId"), LocalStepFunctions.Text(Update(Second), "revisionId"));
    }

    [Fact]
    public void A_revision_that_is_not_the_current_one_is_not_published()
    {
        var old = LocalStepFunctions.Text(Update(Second), "revisionId");
        var current = LocalStepFunctions.Text(Update(First), "revisionId");

        var refused = _aws.Refused("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{_machine}}","revisionId":"{{old}}"}""");

        Assert.Equal(
            ("ConflictException", $"Failed to publish the State Machine version for revision {old}. The current State Machine revision is {current}."),
            (refused.Code, refused.Message));
    }

    [Fact]
    public void The_number_of_a_deleted_version_is_not_given_again()
    {
        Delete(Publish());
        Delete($"{_machine}:1");

        Assert.Empty(Versions());
        Assert.Equal($"{_machine}:2", Publish());
        Assert.Equal("StateMachineDoesNotExist", _aws.Refused("DescribeStateMachine", $$"""{"stateMachineArn":"{{_machine}}:1"}""").Code);
    }

    [Fact]
    public void A_machine_can_be_published_as_it_is_created_and_updated()
    {
        var created = _aws.Call("CreateStateMachine", new ObjectValue
        {
            ["name"] = "N", ["definition"] = First, ["roleArn"] = LocalStepFunctions.Role, ["publish"] = true, ["versionDescription"] = "first",
        }.ToJson());
        var arn = LocalStepFunctions.Text(created, "stateMachineArn");
        var updated = _aws.Call("UpdateStateMachine", new ObjectValue { ["stateMachineArn"] = arn, ["definition"] = Second, ["publish"] = true }.ToJson());

        Assert.Equal($"{arn}:1", LocalStepFunctions.Text(created, "stateMachineVersionArn"));
        Assert.Equal($"{arn}:2", LocalStepFunctions.Text(updated, "stateMachineVersionArn"));
        Assert.Equal("first", LocalStepFunctions.Text(Describe($"{arn}:1"), "description"));
    }

    [Fact]
    public void A_description_without_publishing_is_refused() =>
        Assert.Equal(
            "Version description can only be set when publish is true",
            _aws.Refused("UpdateStateMachine", $$"""{"stateMachineArn":"{{_machine}}","versionDescription":"x"}""").Message);

    [Fact]
    public void An_execution_tells_its_version_and_alias()
    {
        var version = Publish();
        var alias = CreateAlias("live", (version, 100));

        var direct = _aws.RunToEnd(_aws.Start(version, "direct"));
        var routed = _aws.RunToEnd(_aws.Start(alias, "routed"));

        Assert.Equal(version, LocalStepFunctions.Text(direct, "stateMachineVersionArn"));
        Assert.False(direct.Has("stateMachineAliasArn"));
        Assert.Equal((version, alias, _machine), (
            LocalStepFunctions.Text(routed, "stateMachineVersionArn"), LocalStepFunctions.Text(routed, "stateMachineAliasArn"), LocalStepFunctions.Text(routed, "stateMachineArn")));
        Assert.Equal(["routed"], Executions(alias));
        Assert.Equal(["routed", "direct"], Executions(version));
        var started = (ObjectValue)((ArrayValue)_aws.Call("GetExecutionHistory", $$"""{"executionArn":"{{LocalStepFunctions.Text(routed, "executionArn")}}"}""")["events"]!)[0];
        Assert.Equal(alias, LocalStepFunctions.Text((ObjectValue)started["executionStartedEventDetails"]!, "stateMachineAliasArn"));
    }

    [Fact]
    public void An_alias_splits_executions_by_weight()
    {
        var first = Publish();
        Update(Second);
        var second = Publish();
        var alias = CreateAlias("split", (first, 80), (second, 20));

        var outputs = Enumerable.Range(0, 200).Select(i => LocalStepFunctions.Text(_aws.RunToEnd(_aws.Start(alias, $"e{i}")), "output")).ToList();

        Assert.InRange(outputs.Count(output => output == "2"), 20, 60);
    }

    [Fact]
    public void An_alias_is_described_updated_listed_and_deleted()
    {
        var first = Publish();
        Update(Second);
        var second = Publish();
        var alias = CreateAlias("live", (first, 100));
        _aws.Time.Advance(TimeSpan.FromHours(1));

        _aws.Call("UpdateStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}","description":"new","routingConfiguration":[{"stateMachineVersionArn":"{{second}}","weight":100}]}""");
        var described = _aws.Call("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");

        Assert.Equal(("live", "new"), (LocalStepFunctions.Text(described, "name"), LocalStepFunctions.Text(described, "description")));
        Assert.Equal($$"""[{"stateMachineVersionArn":"{{second}}","weight":100}]""", described["routingConfiguration"]!.ToJson());
        Assert.Equal(3600, ((NumberValue)described["updateDate"]!).Number - ((NumberValue)described["creationDate"]!).Number);
        Assert.Equal([alias], Aliases(_machine));
        Assert.Equal([alias], Aliases(second));
        Assert.Empty(Aliases(first));
        _aws.Call("DeleteStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");
        _aws.Call("DeleteStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""");
        Assert.Equal("ResourceNotFound", _aws.Refused("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{alias}}"}""").Code);
    }

    [Fact]
    public void A_version_behind_an_alias_is_not_deleted()
    {
        var version = Publish();
        CreateAlias("live", (version, 100));

        var refused = _aws.Refused("DeleteStateMachineVersion", $$"""{"stateMachineVersionArn":"{{version}}"}""");

        Assert.Equal(
            ("ConflictException", "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]"),
            (refused.Code, refused.Message));
    }

    [Fact]
    public void Creating_the_same_alias_twice_is_one_alias()
    {
        var version = Publish();
        Update(Second);
        var second = Publish();

        Assert.Equal(CreateAlias("live", (version, 100)), CreateAlias("live", (version, 100)));

        Assert.Equal("ConflictException", _aws.Refused("CreateStateMachineAlias", AliasRequest("live", (second, 100))).Code);
    }

    [Theory]
    [InlineData("a", "{0}:1", 70, "{0}:2", 29, "ValidationException", "Sum of routing configuration weights must equal 100. Received: [70, 29]")]
    [InlineData("a", "{0}:1", 50, "{0}:1", 50, "ValidationException", "Routing configuration must contain distinct state machine version ARNs. Received: [{0}:1, {0}:1]")]
    [InlineData("a", "{0}", 50, "{0}:1", 50, "ValidationException", "Routing configuration must contain state machine version ARNs. Received: [{0}, {0}:1]")]
    [InlineData("a", "{0}:1", 101, "{0}:2", 0, "ValidationException", "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: Member must have value less than or equal to 100")]
    [InlineData("a", "{0}:1", 50, "{0}:9", 50, "ResourceNotFound", "Request references a resource that does not exist.")]
    [InlineData("123", "{0}:1", 100, "{0}:2", 0, "ValidationException", @"1 validation error detected: Value '123' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$")]
    public void A_bad_alias_is_refused_in_the_services_words(string name, string first, int firstWeight, string second, int secondWeight, string code, string message)
    {
        Publish();
        Update(Second);
        Publish();

        var refused = _aws.Refused("CreateStateMachineAlias", AliasRequest(name, (Filled(first), firstWeight), (Filled(second), secondWeight)));

        Assert.Equal((code, Filled(message)), (refused.Code, refused.Message));
    }

    public void Dispose() => _aws.Dispose();

    private string Filled(string text) => text.Replace("{0}", _machine, StringComparison.Ordinal);

    private string Publish() =>
        LocalStepFunctions.Text(_aws.Call("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{_machine}}"}"""), "stateMachineVersionArn");

    private ObjectValue Update(string definition) =>
        _aws.Call("UpdateStateMachine", new ObjectValue { ["stateMachineArn"] = _machine, ["definition"] = definition }.ToJson());

    private void Delete(string version) => _aws.Call("DeleteStateMachineVersion", $$"""{"stateMachineVersionArn":"{{version}}"}""");

    private ObjectValue Describe(string arn) => _aws.Call("DescribeStateMachine", $$"""{"stateMachineArn":"{{arn}}"}""");

    private string CreateAlias(string name, params (string Version, int Weight)[] routes) =>
        LocalStepFunctions.Text(_aws.Call("CreateStateMachineAlias", AliasRequest(name, routes)), "stateMachineAliasArn");

    private static string AliasRequest(string name, params (string Version, int Weight)[] routes) =>
        $$"""{"name":"{{name}}","routingConfiguration":[{{string.Join(',', routes.Select(route => $$"""{"stateMachineVersionArn":"{{route.Version}}","weight":{{route.Weight}}}"""))}}]}""";

    private IEnumerable<string> Versions() => Listed("ListStateMachineVersions", _machine, "stateMachineVersions", "stateMachineVersionArn");

    private IEnumerable<string> Aliases(string arn) => Listed("ListStateMachineAliases", arn, "stateMachineAliases", "stateMachineAliasArn");

    private IEnumerable<string> Executions(string arn) => Listed("ListExecutions", arn, "executions", "name");

    private IEnumerable<string> Listed(string operation, string arn, string list, string member) =>
        ((ArrayValue)_aws.Call(operation, $$"""{"stateMachineArn":"{{arn}}"}""")[list]!).Select(item => LocalStepFunctions.Text((ObjectValue)item, member));
}
