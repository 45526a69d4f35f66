using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// await sqs.SendMessageAsync(new(…)): a method with [ServiceIntegration].
internal sealed partial class WorkflowReader
{
    private static readonly Expr _taskToken =
        new MemberExpr(new MemberExpr(new ContextExpr(), "Task", JsonType.Object("", [])), "Token", JsonType.String);

    private void ReadServiceTask(IInvocationOperation call, AttributeData attribute, string? variable, string? word)
    {
        var method = call.TargetMethod;
        var resource = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        var integration = Integration.Parse(resource);
        var requests = call.Arguments.Where(a => TimeParameter(a) is null).ToArray();
        if (requests.Length > 1)
            _sink.Report(Descriptors.NotATask, call.Syntax.GetLocation(), method.Name);
        CheckIntegration(call, attribute, resource, integration);
        var wire = new ServiceWire(_expressions.NewBound, integration?.IsSdk == true);
        var request = requests.Length == 1 ? ReadRequest(call, requests[0], integration) : new ObjectExpr([], JsonType.Object("", []));
        var arguments = wire.Encode(request);
        if (wire.Problem is { } problem)
            _sink.Report(ExpressionDescriptors.NotJson, requests[0].Syntax.GetLocation(), requests[0].Syntax.ToString(), problem);

        if (!RunsUnderAnotherRole(call))
            AddPermissions(call, attribute, resource, integration, arguments);
        CheckIdempotence(call, attribute, arguments);
        var type = ResultType(method);
        if (type.Members.FirstOrDefault(m => m.Encoding == MemberEncoding.AttributeValues && AttributeTypes.Problem(m.Type, isItem: true) is not null) is { } unread)
            _sink.Report(ExpressionDescriptors.NotJson, call.Syntax.GetLocation(), unread.PropertyName, AttributeTypes.Problem(unread.Type, isItem: true)!);
        var retries = RetriesOf(call, []);
        var task = new TaskCall(resource, EvaluatedOnce(arguments, retries, call), retries);
        task = WithTimes(call, WithTimeout(call, task, sendsHeartbeats: integration?.IsCallback == true));
        AddTask(call, WithCredentials(call, task), wire.Decode(new TaskResultExpr(type)), variable, word);
    }

    // token => new(…) of a callback, or the record itself.
    private Expr ReadRequest(IInvocationOperation call, IArgumentOperation argument, Integration? integration)
    {
        var isFunction = (argument.Parameter?.Type as INamedTypeSymbol)?.DelegateInvokeMethod is not null;
        if (!isFunction)
        {
            if (integration?.IsCallback == true)
                _sink.Report(Descriptors.TokenNotPassed, call.Syntax.GetLocation(), call.TargetMethod.Name, "its parameter is no function of the token: declare it as 'Func<string, TRequest> request'");
            return ReadExpression(argument.Value);
        }

        if (LambdaOf(argument.Value) is not { Symbol.Parameters: [var token], Body.Operations: [IReturnOperation { ReturnedValue: { } body }] })
        {
            _sink.Report(ExpressionDescriptors.LambdaBody, argument.Syntax.GetLocation());
            return new InvalidExpr();
        }

        _bindings[token] = new Binding(_taskToken, _place.Branch);
        var request = ReadExpression(body);
        if (request.Descendants().All(e => e is not InvalidExpr && !e.Equals(_taskToken)))
            _sink.Report(Descriptors.TokenNotPassed, argument.Syntax.GetLocation(), call.TargetMethod.Name, $"'{token.Name}' is not used: put it into the request");
        return request;
    }

    private static string? TimeParameter(IArgumentOperation argument) =>
        argument.Parameter is { Name: "timeout" or "heartbeat" } parameter && (parameter.Type.NullableValue() ?? parameter.Type).FullName() == "System.TimeSpan"
            ? parameter.Name
            : null;

    // timeout: and heartbeat: of the call itself.
    private TaskCall WithTimes(IInvocationOperation call, TaskCall task)
    {
        var timeout = ReadTime(call, "timeout") ?? task.TimeoutSeconds;
        var heartbeat = ReadTime(call, "heartbeat") ?? task.HeartbeatSeconds;
        if (timeout is ConstantExpr { Value: long whole } && heartbeat is ConstantExpr { Value: long beat } && beat >= whole)
            _sink.Report(Descriptors.OutOfRange, call.Syntax.GetLocation(), "The heartbeat", $"{beat} s", $"less than the timeout of {whole} s");
        return task with { TimeoutSeconds = timeout, HeartbeatSeconds = heartbeat };
    }

    private Expr? ReadTime(IInvocationOperation call, string name)
    {
        if (call.Arguments.FirstOrDefault(a => TimeParameter(a) == name) is not { } argument)
            return null;
        var location = argument.Value.Syntax.GetLocation();
        var time = ReadExpression(argument.Value);
        if (time is InvalidExpr or ConstantExpr { Value: null })
            return null;
        if (time.Type.IsNullable)
        {
            Reject(argument, "A time that may be null", "give the time, or leave the argument out");
            return null;
        }

        var seconds = WholeSeconds(time, argument.Value);
        if (_isExpress)
            CheckExpressTime(seconds, location, $"The {name}");
        if (seconds is ConstantExpr { Value: 0L })
            _sink.Report(Descriptors.OutOfRange, location, $"The {name}", "0 s", $"1 to {Limits.MaxTimeoutSeconds} s");
        return seconds;
    }

    // Every attempt has a token of its own, so a request with one is evaluated anew; what else would change is kept in a variable:
    //
    // token => new(token, Guid.NewGuid())      ──▶      id = $uuid();  {token, id}
    private Expr HoistBeside(Expr request, IInvocationOperation call) => request.Substitute(part =>
    {
        if (!part.IsVolatile())
            return part;
        if (part.Descendants().Any(e => e.Equals(_taskToken) || e is BoundExpr) || part is LambdaExpr)
            return part is LambdaExpr ? RejectVolatile(call) : null;
        var variable = _names.Create(CallWord(call) + "_input");
        Add(new AssignStep(At(variable, call), variable, part));
        return new VariableExpr(variable, part.Type);
    });

    private InvalidExpr RejectVolatile(IInvocationOperation call)
    {
        Reject(call, "A new value for each item of a request with a token, under [Retry],", "compute the items in a statement before");
        return new InvalidExpr();
    }
}
