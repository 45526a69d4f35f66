using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What stands behind `await`: a service task, a Lambda task, a delay, a group of tasks, a private method.
internal sealed partial class WorkflowReader
{
    /// <summary>Reads something that gives a task.</summary>
    /// <param name="operation">The operand of <c>await</c>.</param>
    /// <param name="variable">The variable that gets the result; null where nobody reads it.</param>
    /// <param name="word">The author's name for the result, after which the state is named; null names it after what is called.</param>
    private void ReadAwaited(IOperation operation, string? variable, string? word)
    {
        switch (Unconverted(operation))
        {
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner }:
                ReadAwaited(inner, variable, word);
                break;
            case IInvocationOperation invocation:
                ReadCall(invocation, variable, word);
                break;
            case IPropertyReferenceOperation { Property.Name: "CompletedTask" }:
                break;
            case IInvalidOperation:
                _sink.Reject();
                break;
            case var other when WasRejected(other):
                _sink.Reject();
                break;
            case var other:
                _sink.Report(Descriptors.NotATask, other.Syntax.GetLocation(), other.Syntax.ToString());
                break;
        }
    }

    private void ReadCall(IInvocationOperation call, string? variable, string? word)
    {
        var method = call.TargetMethod;
        var isOfTask = method.ContainingType?.FullName() == "System.Threading.Tasks.Task";
        if (method.Find(KnownNames.ServiceIntegrationAttribute) is { } integration)
            ReadServiceTask(call, integration, variable, word);
        else if (method.Find(KnownNames.RawStateAttribute) is { } raw)
            ReadRawState(call, raw, variable, word);
        else if (method.Find(KnownNames.ActivityAttribute) is { } activity)
            ReadActivity(call, activity, variable, word);
        else if (LambdaHandler.Of(method) is { } handler)
            ReadLambdaTask(call, handler, variable, word);
        else if (method.ContainingType?.FullName() == KnownNames.Flow)
            ReadFlow(call, variable, word);
        else if (isOfTask && method.Name == "Delay")
            ReadDelay(call);
        else if (isOfTask && method.Name == "WhenAll")
            ReadWhenAll(call, variable, word);
        else if (method is { Name: "ForEachAsync", ContainingType.Name: "Parallel" } && method.ContainingType.FullName() == "System.Threading.Tasks.Parallel")
            ReadForEachAsync(call);
        else if (isOfTask && method.Name == "WhenAny")
            _sink.Report(Descriptors.RaceNotSupported, call.Syntax.GetLocation(), "Task.WhenAny");
        else if (InlineBodyOf(call) is { } body)
            Inline(call, body, variable);
        else
            _sink.Report(Descriptors.NotATask, call.Syntax.GetLocation(), method.Name);
    }

    private void ReadLambdaTask(IInvocationOperation call, LambdaHandler handler, string? variable, string? word)
    {
        var function = new ResourceExpr(handler.HandlerName + "Arn", handler.LogicalId, "GetAtt:Arn", "GetAtt:Arn");
        var retries = RetriesOf(call, _transientLambdaErrors);
        var payload = EvaluatedOnce(ReadPayload(call), retries, call);
        var arguments = new ObjectExpr(
            [new ObjectMember("FunctionName", function), new ObjectMember("Payload", payload)], JsonType.Object("", []));
        _functions[handler.LogicalId] = new CalledFunction(handler.LogicalId, handler.HandlerName);
        if (!RunsUnderAnotherRole(call))
            _permissions.Add(new Permission("lambda:InvokeFunction", new TemplateValue(TemplateFunction.GetAtt, handler.LogicalId + ".Arn")));
        var type = ResultType(call.TargetMethod);
        var result = new MemberExpr(new TaskResultExpr(JsonType.Object("", [])), "Payload", type);

        // The function ends itself at its own timeout; a little later the task gives up on an answer that got lost.
        var timeout = handler.TimeoutSeconds is { } seconds ? ConstantExpr.Of(seconds + LambdaTimeoutMarginSeconds) : null;
        var task = new TaskCall(LambdaInvoke, arguments, retries) { TimeoutSeconds = timeout };
        AddTask(call, WithCredentials(call, WithTimeout(call, task, sendsHeartbeats: false)), result, variable, word);
    }

    private const string LambdaInvoke = "arn:aws:states:::lambda:invoke";
    private const int LambdaTimeoutMarginSeconds = 5;

    // Source: Step Functions developer guide, "Handle transient Lambda service exceptions".
    private static readonly EquatableArray<string> _transientLambdaErrors =
        ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"];

    private void AddTask(IInvocationOperation call, TaskCall task, Expr result, string? variable, string? word) =>
        Add(new TaskStep(At(word ?? CallWord(call), call), task, variable, variable is null ? null : result));

    // A retry evaluates the arguments again; C# evaluated them once, and a new id or time would make it another call.
    private Expr EvaluatedOnce(Expr arguments, EquatableArray<RetryRule> retries, IInvocationOperation call)
    {
        if (retries.Count == 0 || !arguments.IsVolatile())
            return arguments;
        if (arguments.Descendants().Any(e => e.Equals(_taskToken)))
            return HoistBeside(arguments, call);
        var variable = _names.Create(CallWord(call) + "_input");
        Add(new AssignStep(At(variable, call), variable, arguments));
        return new VariableExpr(variable, arguments.Type);
    }

    // One payload parameter: the event is its JSON. Several: an object with the parameters' names.
    private Expr ReadPayload(IInvocationOperation call)
    {
        var payloads = call.Arguments.Where(a => a.Parameter is { } p && !LambdaHandler.IsAmbient(p)).OrderBy(a => a.Parameter!.Ordinal).ToArray();
        if (payloads.Length == 1)
            return ReadExpression(payloads[0].Value);
        var members = payloads.Select(a => new ObjectMember(SymbolFacts.CamelCase(a.Parameter!.Name), ReadExpression(a.Value))).ToEquatableArray();
        return new ObjectExpr(members, JsonType.Object("", []));
    }

    private JsonType ResultType(IMethodSymbol method)
    {
        var type = method.ReturnType.IsTask() ? method.ReturnType.AwaitedType() : method.ReturnType;
        return type is null || type.SpecialType == SpecialType.System_Void ? JsonType.Void : _expressions.Types.Read(type);
    }

    // `HandleAsync` says nothing: the state is named after the dependency instead.
    private static string CallWord(IInvocationOperation call)
    {
        var word = SymbolFacts.Word(call.TargetMethod.Name);
        if (word != "handle")
            return word;
        return call.Instance is IParameterReferenceOperation dependency
            ? SymbolFacts.CamelCase(dependency.Parameter.Name)
            : SymbolFacts.CamelCase(call.TargetMethod.ContainingType.Name);
    }

    private void ReadDelay(IInvocationOperation call)
    {
        var span = call.Arguments.OrderBy(a => a.Parameter?.Ordinal).FirstOrDefault()?.Value;
        if (span is null || call.Arguments.Any(a => a.Parameter?.Type.FullName() == "System.Threading.CancellationToken" && a.ArgumentKind == ArgumentKind.Explicit))
        {
            Reject(call, "A delay that can be cancelled", "leave out the CancellationToken: an execution is stopped as a whole");
            return;
        }

        if (!call.Arguments.Any(a => a.Parameter?.Type.FullName() == "System.TimeProvider"))
            _sink.Report(StatementDescriptors.DelayWithoutClock, call.Syntax.GetLocation());
        var origin = At("delay", call);
        var duration = ReadExpression(span);
        var seconds = duration is InvalidExpr ? duration : WholeSeconds(duration, span);
        if (_isExpress)
            CheckExpressTime(seconds, span.Syntax.GetLocation(), "The delay");
        Add(new WaitStep(origin, seconds));
    }

    private Expr WholeSeconds(Expr duration, IOperation span)
    {
        var seconds = Times.WholeSeconds(duration, out var mayRound);
        if (seconds is not ConstantExpr { Value: long constant })
            return seconds;
        if (mayRound)
            _sink.Report(Descriptors.DelayRounded, span.Syntax.GetLocation(), constant);
        if (constant is < 0 or > Limits.MaxTimeoutSeconds)
            _sink.Report(Descriptors.OutOfRange, span.Syntax.GetLocation(), "The time", $"{constant} s", $"0 to {Limits.MaxTimeoutSeconds} s");
        return seconds;
    }
}
