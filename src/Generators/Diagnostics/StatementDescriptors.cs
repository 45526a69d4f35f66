using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Diagnostics about what statements cost, drop or copy: what is wrong, why, what to write instead. Pages: docs/diagnostics.</summary>
internal static class StatementDescriptors
{
    public static readonly DiagnosticDescriptor UnboundedLoop = Create(
        "WF2010",
        DiagnosticSeverity.Warning,
        "Loop may fill the execution's history",
        "Nothing that can be seen here bounds this loop, and a turn adds about {0} events to a history that ends at 25,000, after some {1} turns; count the turns "
        + "and end at a number of them, with wf.ContinueAsNewAsync where work is left, or set TimeoutSeconds on [StateMachine] where the loop waits");

    public static readonly DiagnosticDescriptor TooManyCopies = Create(
        "WF2013",
        DiagnosticSeverity.Error,
        "A finally block is copied too often",
        "A state machine runs a 'finally' block in a copy for every way out, and this one has {0} of at most {1}; leave the 'try' at fewer places, for "
        + "example with one 'return' behind it");

    public static readonly DiagnosticDescriptor LoggingDropped = Create(
        "WF2014",
        DiagnosticSeverity.Info,
        "A logging call has no effect in a state machine",
        "No state stands for a logging call, so it is left out and its arguments are not evaluated; the execution's history shows inputs and outputs, and a "
        + "Lambda function can log");

    public static readonly DiagnosticDescriptor Unreachable = Create(
        "WF2015",
        DiagnosticSeverity.Warning,
        "Statement is never reached",
        "The condition is always {0} in the state machine, so this is never reached and left out; remove it, or make the condition depend on the input");

    public static readonly DiagnosticDescriptor DelayWithoutClock = Create(
        "WF2017",
        DiagnosticSeverity.Info,
        "A delay without a clock makes tests wait",
        "A unit test really waits here; take a TimeProvider as a constructor parameter and write 'Task.Delay(span, time)'");

    public static readonly DiagnosticDescriptor CatchAllHasGaps = Create(
        "WF5004",
        DiagnosticSeverity.Info,
        "Some failures of the service are never caught",
        "States.ALL does not match States.Runtime and perhaps not States.DataLimitExceeded, so such a failure ends the execution without reaching this clause");

    public static readonly DiagnosticDescriptor FilterDecidesOnVariables = Create(
        "WF5005",
        DiagnosticSeverity.Error,
        "A filter decides on variables alone",
        "This filter means something else in a state machine: {0}; write an 'if' in the clause, and 'throw;' in its 'else'");

    public static readonly DiagnosticDescriptor NoTimeoutToCatch = Create(
        "WF5006",
        DiagnosticSeverity.Warning,
        "No task of the block can time out",
        "This clause catches timeouts, and no task of the block has one; put [TaskTimeout(seconds)] on the service's constructor parameter or method");

    public static readonly DiagnosticDescriptor RetryOrder = Create(
        "WF5007",
        DiagnosticSeverity.Error,
        "Nothing is retried behind a retry for all errors",
        "'States.ALL' stands alone in the last [Retry], since it leaves nothing for {0}; move it behind the others and take other names out of it");

    public static readonly DiagnosticDescriptor Transitions = Create(
        "WF6010",
        DiagnosticSeverity.Info,
        "Transitions of an execution",
        "An execution of '{0}' takes {1} state transitions, which a Standard workflow is billed by; loops and maps count as run through once");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, DescriptorSet.Workflow, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
