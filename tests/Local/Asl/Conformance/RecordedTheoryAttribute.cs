namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>A theory over the recordings; skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordedTheoryAttribute : TheoryAttribute
{
    public RecordedTheoryAttribute()
    {
        if (RecordedCase.Folder is null) Skip = "The recordings (conformance/asl) are not on this machine.";
    }
}

/// <summary>A fact about the recordings; skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordedFactAttribute : FactAttribute
{
    public RecordedFactAttribute()
    {
        if (RecordedCase.Folder is null) Skip = "The recordings (conformance/asl) are not on this machine.";
    }
}
