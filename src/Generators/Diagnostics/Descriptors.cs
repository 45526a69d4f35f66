using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Diagnostics about a workflow's shape and statements: what is wrong, why, what to write instead. Pages: docs/diagnostics.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor WorkflowClassShape = Error(
        "WF1001",
        "A workflow class is sealed, partial, top-level and not generic",
        "'{0}' must be a top-level 'sealed partial class' without type parameters, since a generated part is added to it; write 'public sealed partial class {0}'");

    public static readonly DiagnosticDescriptor RunAsyncMissing = Error(
        "WF1002",
        "A workflow has one public RunAsync method",
        "'{0}' needs exactly one public 'Task RunAsync(TInput input)' or 'Task<TResult> RunAsync(TInput input)' with a body and at most one parameter; {1}");

    public static readonly DiagnosticDescriptor DependencyKind = Error(
        "WF1003",
        "Constructor parameter is nothing a workflow can use",
        "'{0}' of type '{1}' cannot be used in a state machine; a workflow takes interfaces with [ServiceIntegration] methods, classes with [LambdaFunction] methods, TimeProvider, Flow and ILogger");

    public static readonly DiagnosticDescriptor MachineName = Error(
        "WF1004",
        "State machine name is not a unique logical id",
        "'{0}' cannot name a state machine: {1}; give [StateMachine] a unique name of 1 to 80 letters and digits");

    public static readonly DiagnosticDescriptor NestedTooDeeply = Error(
        "WF1006",
        "Code is nested too deeply",
        "This is more than {0} levels deep, which the compiler does not follow; give a part of the expression a variable, or write the statements as a loop or a switch");

    public static readonly DiagnosticDescriptor StatementNotTranslatable = Error(
        "WF2001",
        "Statement has no counterpart in a state machine",
        "{0} cannot be compiled to a state machine; {1}");

    public static readonly DiagnosticDescriptor NotATask = Error(
        "WF2003",
        "Awaited call is not a workflow task",
        "'{0}' cannot be a state; await a [ServiceIntegration] or [LambdaFunction] method, a private method of the workflow, a method of Flow, Task.WhenAll, "
        + "Parallel.ForEachAsync or Task.Delay");

    public static readonly DiagnosticDescriptor TaskNotAwaited = Error(
        "WF2004",
        "Task is started but not awaited here",
        "'{0}' starts a task that is not awaited in the same statement, so no state would wait for it; write 'await' in front of it, or start it where it is "
        + "awaited: 'var results = await Task.WhenAll(a.OneAsync(), b.TwoAsync());'");

    public static readonly DiagnosticDescriptor RaceNotSupported = Error(
        "WF2005",
        "A state machine cannot race tasks",
        "'{0}' waits for the first of several tasks, which a state machine cannot do; use Task.WhenAll, or a task's own timeout");

    public static readonly DiagnosticDescriptor OuterAssignment = Error(
        "WF2006",
        "A branch cannot assign an outer variable",
        "'{0}' is declared outside this Parallel or Map branch, which may only read it; return the value from the branch and use the result of Task.WhenAll");

    public static readonly DiagnosticDescriptor Recursion = Error(
        "WF2008",
        "A workflow method cannot call itself",
        "'{0}' is compiled into its caller and so cannot call itself, directly or through others; write a loop");

    public static readonly DiagnosticDescriptor NotCatchable = Warning(
        "WF2011",
        "A failing expression here is not caught",
        "This expression can fail, and outside a task a failure ends the execution without reaching the 'catch'; compute it in the argument of the task, or check the value first");

    public static readonly DiagnosticDescriptor NothingToCatch = Error(
        "WF2012",
        "The try block has nothing that can be caught",
        "Only tasks, Parallel and Map can be caught, and this block awaits none; remove the 'try'");

    public static readonly DiagnosticDescriptor DelayRounded = Warning(
        "WF2016",
        "Delay is rounded up to whole seconds",
        "A Wait state knows whole seconds only: this delay becomes {0} s; write TimeSpan.FromSeconds with a whole number");

    public static readonly DiagnosticDescriptor EndlessLoop = Error(
        "WF2018",
        "The loop never ends and does nothing",
        "This loop has no end and awaits nothing; give it a condition, or await a task or Task.Delay in it");

    public static readonly DiagnosticDescriptor ContinuesInTheMiddle = Error(
        "WF2019",
        "Continuing as new is the last thing that RunAsync does",
        "An execution that continues as new is over, so nothing may follow, catch or wait for it; write 'return await wf.ContinueAsNewAsync(RunAsync, input);' "
        + "in RunAsync itself, outside 'try', loops, branches and scopes' lambdas");

    public static readonly DiagnosticDescriptor CannotBeCaught = Error(
        "WF5001",
        "Exception type never leaves a task",
        "'{0}' is an exception of .NET that no task reports; catch the exception your handler throws, a service's own, StatesTimeoutException, or Exception for all of them");

    public static readonly DiagnosticDescriptor BaseExceptionCaught = Warning(
        "WF5002",
        "Base exception catches only the types known here",
        "State machines match error names, not types: catching '{0}' matches {1}, and no other derived exception; catch sealed types");

    public static readonly DiagnosticDescriptor ReservedErrorThrown = Error(
        "WF5003",
        "Reserved error names are the service's own",
        "'{0}' stands for the reserved error name '{1}', which only the service may report; throw an exception of your own");

    public static readonly DiagnosticDescriptor ThrownMessage = Error(
        "WF5008",
        "A thrown exception is a new one with at most one text argument",
        "A state machine reports an error's name and one text; write 'throw new {0}(\"…\")'");

    public static readonly DiagnosticDescriptor ExpressPattern = Error(
        "WF6001",
        "Express workflows only know request-response tasks",
        "'{0}' waits for more than the response ({1}), which an Express workflow cannot; use [StateMachine(Type = WorkflowType.Standard)] or a request-response task");

    public static readonly DiagnosticDescriptor CollectionCaptured = Warning(
        "WF2007",
        "A whole collection is copied into every child execution",
        "'{0}' is a collection that every execution of this distributed map gets a copy of in its input, which holds 256 KiB; pass what an item needs with the item");

    public static readonly DiagnosticDescriptor InlineConcurrency = Error(
        "WF6009",
        "An inline Map runs 40 items at a time",
        "MaxConcurrency is {0}, and an inline Map runs at most 40 items at a time; write at most 40, or use DistributedMapAsync, which knows up to 10,000");

    public static readonly DiagnosticDescriptor MapArgument = Error(
        "WF6014",
        "What configures a Map is written where the Map is",
        "'{0}' becomes a part of the Map state and must be known when it is compiled; {1}");

    public static readonly DiagnosticDescriptor ToleratedResults = Error(
        "WF6015",
        "The results of a map that tolerates failures are not known",
        "Step Functions does not say which results a map has some of whose items failed; let the body return nothing, ignore the result, or write the results with a ResultWriter");

    public static readonly DiagnosticDescriptor MapLabel = Error(
        "WF6016",
        "The label of a distributed map is unique",
        "'{0}' cannot be the label: {1}; write 1 to 40 letters, digits, '-' and '_' that no other distributed map of the workflow has");

    public static readonly DiagnosticDescriptor TextColumn = Error(
        "WF4010",
        "The columns of a CSV file or inventory are text",
        "'{0}' of '{1}' is no string, and every column arrives as text; declare it as string and convert it, with int.Parse for example");

    public static readonly DiagnosticDescriptor MissingColumn = Error(
        "WF4011",
        "A column has another name than the member",
        "'{0}' is read from the column '{1}', which is not among the headers: {2}; name the column so, or give the member [JsonPropertyName]");

    public static readonly DiagnosticDescriptor RawState = Error(
        "WF6017",
        "A raw state is one Task, Pass or Wait that the service takes",
        "The raw state of '{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor NoHeartbeats = Error(
        "WF6011",
        "Task sends no heartbeats",
        "'{0}' is neither an activity nor a .waitForTaskToken task, so nobody sends its heartbeats; leave HeartbeatSeconds out");

    public static readonly DiagnosticDescriptor ActivityName = Error(
        "WF6012",
        "An activity is named by its logical id",
        "'{0}' is no logical id; write the name of the AWS::StepFunctions::Activity in the template: letters and digits, no ARN");

    public static readonly DiagnosticDescriptor CredentialsRole = Error(
        "WF6013",
        "Credentials name the ARN of a role",
        "'{0}' is no ARN of a role; write 'arn:aws:iam::111122223333:role/Name', with '${{Name}}' for what only the template knows");

    public static readonly DiagnosticDescriptor ExpressTime = Error(
        "WF6002",
        "Express workflows end after five minutes",
        "{0} is {1}, and an Express workflow runs for 300 s at most; shorten it, or use [StateMachine(Type = WorkflowType.Standard)]");

    public static readonly DiagnosticDescriptor UnknownIntegration = Error(
        "WF6003",
        "Service integration is unknown",
        "'{0}' is no service integration: {1}");

    public static readonly DiagnosticDescriptor ArgumentName = Error(
        "WF6004",
        "Argument is not spelled as the integration spells it",
        "'{0}' is not how '{1}' spells its arguments; write '{2}'");

    public static readonly DiagnosticDescriptor TokenNotPassed = Error(
        "WF6005",
        "A callback task does not pass its token",
        "'{0}' waits until somebody answers with its task token, and the request does not hold it: {1}");

    public static readonly DiagnosticDescriptor NotIdempotent = Warning(
        "WF6006",
        "An Express workflow may call this twice",
        "Express workflows run at least once, so that '{0}' may take effect twice; {1}");

    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "WF6007",
        "Value is out of the range that Step Functions accepts",
        "{0} is {1}; it must be {2}");

    public static readonly DiagnosticDescriptor DefinitionTooLarge = Error(
        "WF6008",
        "Definition is larger than Step Functions accepts",
        "The definition of '{0}' has {1} bytes; Step Functions accepts {2}: split the workflow and start the parts as executions of their own");

    public static readonly DiagnosticDescriptor WildcardPermission = Warning(
        "WF7002",
        "Permission is not limited to a resource",
        "Nothing among the arguments of '{0}' limits '{1}', so the role may use it on '{2}'; pass a handle such as Queue or Table, set Resources on its [ServiceIntegration], or narrow it with [TaskCondition]");

    public static readonly DiagnosticDescriptor AttributeText = Error(
        "WF7007",
        "Attribute says something the service would refuse",
        "{0}");

    public static readonly DiagnosticDescriptor SelfCheckFailed = Error(
        "WF9001",
        "The compiler produced a definition that its own check rejects",
        "The definition of '{0}' is not valid: {1}; this is a fault of the compiler, please report it with the method's source");

    static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, DescriptorSet.Workflow, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
