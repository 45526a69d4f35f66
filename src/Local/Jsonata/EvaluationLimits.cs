namespace Aot.Local.Jsonata;

/// <summary>How much one evaluation may use before it fails with U1001.</summary>
internal sealed record EvaluationLimits
{
    /// <summary>What Step Functions allows: a second per expression. Depth and size are our own guards.</summary>
    public static readonly EvaluationLimits Default = new();

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Expressions inside one another, function bodies included.</summary>
    public int MaxDepth { get; init; } = 5000;

    /// <summary>Array items and object members, and string characters, made, written or compared in one evaluation; and those of its result.</summary>
    public long MaxItems { get; init; } = 20_000_000;
}
