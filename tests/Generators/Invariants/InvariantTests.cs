using System.Text.Json.Nodes;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Invariants;

/// <summary>The five invariants that keep JSONata's surprises out, over every definition there is.</summary>
public sealed class InvariantTests
{
    // Where an author writes JSONata, its shape is the author's.
    private static readonly string[] _ownJsonata = ["Jsonata.Eval", "[RawState("];

    public static TheoryData<string> Definitions => Corpus.Definitions;

    [Theory]
    [MemberData(nameof(Definitions))]
    public void I1_literals_are_JSON_with_expressions_at_their_leaves(string definition) =>
        None(Corpus.Expressions(Corpus.Read(definition)).Where(e => e.Field is "Arguments" or "Output" or "Assign" or "ItemSelector")
            .Select(e => Invariants.OfTemplate(e.Text, isOutput: e.Field == "Output")).OfType<string>());

    [Theory]
    [MemberData(nameof(Definitions))]
    public void I2_what_is_an_array_is_one_for_no_one_and_many_items(string definition) =>
        None(Written(definition).SelectMany(e => Invariants.Of(e.Text)).Where(f => f.StartsWith("I2", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void I3_records_have_all_their_members(string name)
    {
        var steps = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(new CaseFolder(name).Workflow)).Workflow!.Body;

        var literals = Corpus.Read(steps).OfType<ObjectExpr>().Where(o => o.Type is { Kind: JsonKind.Object, Members.Count: > 0 });
        Assert.All(literals, o => Assert.Empty(o.Type.Members.Where(m => !m.OmitWhenNull).Select(m => m.Name).Except(o.Members.Select(m => m.Name))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void I3_members_that_may_be_absent_are_asked_for_first(string name)
    {
        var folder = new CaseFolder(name);
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(folder.Workflow));
        var members = Corpus.Read(compiled.Workflow!.Body).OfType<MemberExpr>().ToList();
        var nullable = members.Where(m => m.Type.IsNullable).Select(m => m.Name).Except(members.Where(m => !m.Type.IsNullable && m.Target is not MemberExpr { Type.IsNullable: true }).Select(m => m.Name)).ToHashSet();

        None(Corpus.Expressions(JsonNode.Parse(compiled.Machine!.Definition)).SelectMany(e => Invariants.Unguarded(e.Text, nullable)));
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void I4_a_costly_value_is_computed_once(string definition) =>
        None(Written(definition).SelectMany(e => Invariants.Repeated(e.Text)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void I4_what_changes_with_every_evaluation_is_evaluated_as_often_as_in_the_method(string name)
    {
        var folder = new CaseFolder(name);
        var compiled = WorkflowCompilation.Compile(WorkflowCompilation.WithActors(folder.Workflow));
        var asked = Corpus.Read(compiled.Workflow!.Body).Count(e => e is CallExpr { Arguments.Count: 0 } call && (call.Traits & CallTraits.IsVolatile) != 0);

        Assert.True(Corpus.Expressions(JsonNode.Parse(compiled.Machine!.Definition)).Sum(e => Invariants.CountVolatile(e.Text)) <= asked);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void I5_no_name_hides_another(string definition)
    {
        var machine = Corpus.Read(definition);

        None(Corpus.Expressions(machine).SelectMany(e => Invariants.Of(e.Text)).Where(f => f.StartsWith("I5", StringComparison.Ordinal)));
        None(Assigned(machine, new HashSet<string>()));
    }

    public static TheoryData<string> Cases => CaseFolder.Names;

    private static void None(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    // What the author wrote in JSONata is the author's.
    private static IEnumerable<(string Field, string Text)> Written(string definition) =>
        Corpus.Source(definition) is { } source && _ownJsonata.Any(mark => source.Contains(mark, StringComparison.Ordinal)) ? [] : Corpus.Expressions(Corpus.Read(definition));

    // Faults of the names assigned in a machine: reserved ones, and those that a machine around it assigns too.
    private static IEnumerable<string> Assigned(JsonNode machine, IReadOnlySet<string> outer)
    {
        var states = machine["States"]!.AsObject().Select(s => s.Value!.AsObject()).ToList();
        var own = states.SelectMany(s => new[] { s }.Concat(Parts(s, "Choices")).Concat(Parts(s, "Catch")))
            .SelectMany(part => part["Assign"]?.AsObject().Select(a => a.Key) ?? []).ToHashSet();
        var inner = states.SelectMany(s => Parts(s, "Branches").Append(s["ItemProcessor"]).OfType<JsonNode>());
        return own.Select(Invariants.NameFault).OfType<string>()
            .Concat(own.Where(outer.Contains).Select(name => $"I5: ${name} is assigned inside and outside"))
            .Concat(inner.SelectMany(i => Assigned(i, outer.Union(own).ToHashSet())));
    }

    private static IEnumerable<JsonObject> Parts(JsonObject state, string field) => state[field]?.AsArray().Select(p => p!.AsObject()) ?? [];
}
