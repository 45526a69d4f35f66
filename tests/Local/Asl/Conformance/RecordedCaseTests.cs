namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>The engine does what the service was recorded doing.</summary>
public sealed class RecordedCaseTests
{
    public static TheoryData<string> Cases => RecordedCase.Folder is null ? ["none"] : [.. RecordedCase.Names()];

    [RecordedTheory]
    [MemberData(nameof(Cases))]
    public void The_recorded_outcome_is_reproduced(string name)
    {
        var differences = RecordedRun.Differences(RecordedCase.Load(name));

        if (Exceptions.Reasons.TryGetValue(name, out var reason))
            Assert.True(differences.Count > 0, $"{name} passes: take it off the list of exceptions (\"{reason}\").");
        else
            Assert.True(differences.Count == 0, $"{name}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    [RecordedFact]
    public void Every_exception_is_a_case()
    {
        var names = RecordedCase.Names().Concat(RecordedCase.InvalidNames()).Concat(RecordedCase.StateTestNames()).ToHashSet();

        Assert.DoesNotContain(Exceptions.Reasons.Keys, name => !names.Contains(name));
    }
}
