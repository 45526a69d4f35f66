using Aot.Synth.Definitions;

namespace Aot.Synth.Tests.Definitions;

public sealed class DefinitionValidatorTests
{
    private static readonly IReadOnlySet<string> _none = new HashSet<string>();

    [Fact]
    public void A_machine_with_every_kind_of_state_is_sound()
    {
        const string Definition = """
            {"Comment":"c","QueryLanguage":"JSONata","TimeoutSeconds":60,"StartAt":"pass","States":{
              "pass":{"Type":"Pass","Assign":{"a":1},"Next":"task"},
              "task":{"Type":"Task","Resource":"${WorkArn}","Arguments":{"x":"{% $a %}"},"TimeoutSeconds":10,"HeartbeatSeconds":5,
                "Retry":[{"ErrorEquals":["A"]},{"ErrorEquals":["States.ALL"]}],"Catch":[{"ErrorEquals":["B"],"Next":"fail"}],"Next":"choice"},
              "choice":{"Type":"Choice","Choices":[{"Condition":"{% true %}","Next":"wait"}],"Default":"parallel"},
              "wait":{"Type":"Wait","Seconds":1,"Next":"choice"},
              "parallel":{"Type":"Parallel","Branches":[{"StartAt":"b","States":{"b":{"Type":"Succeed"}}}],"Next":"map"},
              "map":{"Type":"Map","Items":"{% [1] %}","ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"m","States":{"m":{"Type":"Pass","End":true}}},"End":true},
              "fail":{"Type":"Fail","Error":"e","Cause":"{% 'c' %}"}}}
            """;

        Assert.Empty(DefinitionValidator.Validate(Definition, new HashSet<string> { "WorkArn" }));
    }

    [Theory]
    [InlineData("nonsense", "no JSON:")]
    [InlineData("[]", "no JSON object")]
    [InlineData("""{"QueryLanguage":"JSONata","StartAt":"a"}""", "has no States")]
    [InlineData("""{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}""", "\"QueryLanguage\" is not")]
    [InlineData("""{"QueryLanguage":"JSONata","StartAt":"b","States":{"a":{"Type":"Succeed"}}}""", "StartAt of the state machine names \"b\"")]
    public void A_broken_machine_is_refused(string definition, string sentence)
    {
        Assert.Contains(DefinitionValidator.Validate(definition, _none), mistake => mistake.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Type":"Pass","Next":"x"}""", "goes to \"x\"")]
    [InlineData("""{"Type":"Pass"}""", "needs either \"Next\" or \"End\"")]
    [InlineData("""{"Type":"Pass","Next":"a","End":true}""", "needs either \"Next\" or \"End\"")]
    [InlineData("""{"Type":"Pass","InputPath":"$","End":true}""", "\"InputPath\", which does not belong there")]
    [InlineData("""{"Type":"Past","End":true}""", "unknown Type \"Past\"")]
    [InlineData("""{"Type":"Task","End":true}""", "has no Resource")]
    [InlineData("""{"Type":"Task","Resource":"r","TimeoutSeconds":5,"HeartbeatSeconds":5,"End":true}""", "HeartbeatSeconds of \"a\"")]
    [InlineData("""{"Type":"Task","Resource":"r","Catch":[{"ErrorEquals":["States.ALL"],"Next":"a"},{"ErrorEquals":["B"],"Next":"a"}],"End":true}""", "States.ALL in Catch")]
    [InlineData("""{"Type":"Task","Resource":"r","Retry":[{"ErrorEquals":["States.ALL","B"]}],"End":true}""", "States.ALL in Retry")]
    [InlineData("""{"Type":"Task","Resource":"r","Retry":[{}],"End":true}""", "without ErrorEquals")]
    [InlineData("""{"Type":"Choice","Choices":[]}""", "has no Choices")]
    [InlineData("""{"Type":"Choice","Choices":[{"Next":"a"}]}""", "lacks its Condition or Next")]
    [InlineData("""{"Type":"Wait","Seconds":1,"Timestamp":"t","End":true}""", "needs either Seconds or Timestamp")]
    [InlineData("""{"Type":"Parallel","Branches":[],"End":true}""", "has no Branches")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"a","States":{"a":{"Type":"Succeed"}}}],"End":true}""", "\"a\" occurs twice")]
    [InlineData("""{"Type":"Map","End":true}""", "has no ItemProcessor")]
    [InlineData("""{"Type":"Succeed","Output":{"x":["{% $a"]}}""", "opened or closed only: {% $a")]
    [InlineData("1", "is no object")]
    public void A_broken_state_is_refused(string state, string sentence)
    {
        var definition = $$"""{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{{state}} } }""";

        Assert.Contains(DefinitionValidator.Validate(definition, _none), mistake => mistake.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_state_without_a_way_to_it_is_refused()
    {
        const string Definition = """{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Succeed"},"b":{"Type":"Pass","Next":"a"}}}""";

        Assert.Equal(["The state \"b\" cannot be reached."], DefinitionValidator.Validate(Definition, _none));
    }

    [Fact]
    public void Placeholders_and_substitutions_have_to_agree()
    {
        const string Definition = """{"QueryLanguage":"JSONata","StartAt":"a","States":{"a":{"Type":"Task","Resource":"${Used}","End":true}}}""";

        Assert.Equal(
            ["${Used} has no entry in DefinitionSubstitutions.", "DefinitionSubstitutions has \"Unused\", which the definition does not use."],
            DefinitionValidator.Validate(Definition, new HashSet<string> { "Unused" }));
    }

    [Fact]
    public void A_state_name_has_at_most_80_characters()
    {
        var name = new string('s', 81);

        Assert.Contains(
            DefinitionValidator.Validate($$"""{"QueryLanguage":"JSONata","StartAt":"{{name}}","States":{"{{name}}":{"Type":"Succeed"} } }""", _none),
            mistake => mistake.Contains("81 characters", StringComparison.Ordinal));
    }
}
