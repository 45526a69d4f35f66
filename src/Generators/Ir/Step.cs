using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Ir;

/// <summary>A statement of a workflow in the compiler's own words; still nested like the C# it was read from.</summary>
internal abstract record Step(Origin Origin);

/// <summary><c>x = value;</c></summary>
internal sealed record AssignStep(Origin Origin, string Variable, Expr Value) : Step(Origin);

/// <summary><c>var x = await sqs.ReceiveMessageAsync(…);</c> <paramref name="Result"/> is what the variable gets.</summary>
internal sealed record TaskStep(Origin Origin, TaskCall Call, string? Variable, Expr? Result) : Step(Origin);

/// <summary><c>await Task.Delay(…);</c> or <c>await wf.DelayUntilAsync(…);</c></summary>
/// <param name="Until">Seconds, or a point in time.</param>
internal sealed record WaitStep(Origin Origin, Expr Until, bool IsTimestamp = false) : Step(Origin);

/// <summary><c>await Task.WhenAll(A(), B());</c></summary>
internal sealed record ParallelStep(Origin Origin, EquatableArray<Block> Branches, string? Variable, Expr? Result) : Step(Origin);

/// <summary><c>await Task.WhenAll(items.Select(async item => …));</c></summary>
/// <param name="Items">Null where an item reader gives them.</param>
/// <param name="Selector">What an iteration gets as its input; null for the item itself.</param>
internal sealed record MapStep(Origin Origin, Expr? Items, Expr? Selector, Block Body, string? Variable, Expr? Result) : Step(Origin)
{
    public MapSettings Settings { get; init; } = new(MapMode.Inline, []);
}

/// <summary>What a Map state says besides its items and its body.</summary>
/// <param name="Mode">Where its iterations run.</param>
/// <param name="Fields">Further fields of the state, in the order in which they are written: <c>MaxConcurrency</c>, <c>ItemReader</c>, …</param>
internal sealed record MapSettings(MapMode Mode, EquatableArray<ObjectMember> Fields);

/// <summary>Where the iterations of a Map run.</summary>
internal enum MapMode
{
    /// <summary>In the execution itself.</summary>
    Inline,

    /// <summary>In Standard executions of their own.</summary>
    Standard,

    /// <summary>In Express executions of their own.</summary>
    Express,
}

/// <summary><c>if (condition) then else otherwise</c></summary>
internal sealed record IfStep(Origin Origin, Expr Condition, Block Then, Block Else) : Step(Origin)
{
    /// <summary>Variables that begin in one of the blocks, and so have no value before.</summary>
    public EquatableArray<string> Declared { get; init; } = [];
}

/// <summary><c>while</c>, <c>do</c>, <c>for</c>, <c>foreach</c>. The test runs before each look at the condition; a null condition is true.</summary>
internal sealed record LoopStep(
    Origin Origin, Block Test, Expr? Condition, bool TestsFirst, Block Body, Block Increment, Label Break, Label Continue) : Step(Origin);

/// <summary>Steps that a <see cref="JumpStep"/> can leave: a switch, an inlined method.</summary>
internal sealed record LabeledStep(Origin Origin, Block Body, Label End) : Step(Origin);

/// <summary>Steps that a <see cref="JumpStep"/> from anywhere can enter: the section of a switch that a <c>goto case</c> names.</summary>
internal sealed record EntryStep(Origin Origin, Label Entry, Block Body) : Step(Origin);

/// <summary>A copy of a <c>finally</c> block in front of a jump out of its <c>try</c>: it stands in the <c>try</c> and is not caught by it.</summary>
/// <param name="Clause">The entry of a clause of that <c>try</c>.</param>
internal sealed record OutsideStep(Origin Origin, Block Body, Label Clause) : Step(Origin);

/// <summary><c>break;</c> <c>continue;</c>, the <c>return</c> of an inlined method, a <c>throw</c> that a catch clause of the same method takes.</summary>
internal sealed record JumpStep(Origin Origin, Label Target) : Step(Origin);

/// <summary>Ends the machine, or the branch of a Parallel or Map.</summary>
internal sealed record ReturnStep(Origin Origin, Expr? Value) : Step(Origin);

/// <summary>Ends the machine, or fails the Parallel or Map around it.</summary>
internal sealed record FailStep(Origin Origin, Expr Error, Expr? Cause) : Step(Origin);

/// <summary><c>try { body } catch …</c></summary>
internal sealed record TryStep(Origin Origin, Block Body, EquatableArray<CatchClause> Clauses) : Step(Origin);

/// <summary><c>catch (X e) { body }</c></summary>
/// <param name="ErrorNames">The names in <c>ErrorEquals</c>.</param>
/// <param name="Variable">The variable that holds the error.</param>
/// <param name="Entry">Where a throw of the same method jumps to.</param>
/// <param name="Body">The clause's statements.</param>
internal sealed record CatchClause(EquatableArray<string> ErrorNames, string Variable, Label Entry, Block Body);

/// <summary>A sequence of steps.</summary>
internal sealed record Block(EquatableArray<Step> Steps)
{
    public static Block Empty { get; } = new([]);
}

/// <summary>A place that a jump can reach.</summary>
internal sealed record Label(int Id);

/// <summary>What a task calls.</summary>
internal sealed record TaskCall(string Resource, Expr Arguments, EquatableArray<RetryRule> Retries)
{
    /// <summary>Seconds after which it fails with <c>States.Timeout</c>.</summary>
    public Expr? TimeoutSeconds { get; init; }

    /// <summary>Seconds without a heartbeat after which it fails with <c>States.HeartbeatTimeout</c>.</summary>
    public Expr? HeartbeatSeconds { get; init; }

    /// <summary>ARN of the role under which it runs, with placeholders; null for the machine's own.</summary>
    public string? RoleArn { get; init; }

    /// <summary>What the placeholders of <see cref="Resource"/> and <see cref="RoleArn"/> stand for.</summary>
    public EquatableArray<ResourceExpr> Handles { get; init; }

    /// <summary>What the state evaluates, in order.</summary>
    public IEnumerable<Expr> Expressions => [.. new[] { Arguments, TimeoutSeconds, HeartbeatSeconds }.OfType<Expr>(), .. Handles];

    /// <summary>The same call over other expressions.</summary>
    public TaskCall MapExpressions(Func<Expr, Expr> change) => this with
    {
        Arguments = change(Arguments),
        TimeoutSeconds = TimeoutSeconds is null ? null : change(TimeoutSeconds),
        HeartbeatSeconds = HeartbeatSeconds is null ? null : change(HeartbeatSeconds),
    };
}

/// <summary>One entry of <c>Retry</c>.</summary>
internal sealed record RetryRule(
    EquatableArray<string> ErrorNames, int IntervalSeconds, int MaxAttempts, double BackoffRate, int? MaxDelaySeconds, bool FullJitter);
