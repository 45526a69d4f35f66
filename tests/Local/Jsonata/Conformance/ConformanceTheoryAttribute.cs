namespace Aot.Local.Tests.Jsonata.Conformance;

/// <summary>A theory over the JSONata suite that reports itself skipped where the suite is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute()
    {
        if (ConformanceSuite.Folder is null)
            Skip = "The JSONata suite is not beside the repository; AOT_CONFORMANCE names its folder.";
    }
}
