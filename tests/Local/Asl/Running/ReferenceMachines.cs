using Aot.Local.Json;
using Aot.Local.Tests.Asl.Conformance;

namespace Aot.Local.Tests.Asl.Running;

/// <summary>The machines that the reference (reference/workflows.md, beside the project) gives as what the compiler must emit.</summary>
internal static class ReferenceMachines
{
    private static string File => Path.Combine(RecordedCase.RepositoryRoot, "..", "shared", "reference", "workflows.md");

    public static bool AreHere => System.IO.File.Exists(File);

    /// <summary>The JSON block whose comment names the workflow.</summary>
    public static string Definition(string workflow) =>
        System.IO.File.ReadAllText(File).Split("```json\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
            .Single(json => json.Contains($"\"Comment\": \"Examples.{workflow}.RunAsync\"", StringComparison.Ordinal));

}

/// <summary>A fact about the reference's machines; skipped where the reference is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute()
    {
        if (!ReferenceMachines.AreHere) Skip = "The reference (reference/workflows.md) is not on this machine.";
    }
}
