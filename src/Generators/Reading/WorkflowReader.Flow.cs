using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// The methods of Flow: what C# has no statement for.
internal sealed partial class WorkflowReader
{
    private void ReadFlow(IInvocationOperation call, string? variable, string? word)
    {
        switch (call.TargetMethod.Name)
        {
            case "ScopeAsync":
                ReadScope(call, variable, word);
                break;
            case "DelayUntilAsync":
                ReadDelayUntil(call);
                break;
            case "ContinueAsNewAsync":
                ReadContinueAsNew(call);
                break;
            case "MapAsync":
                ReadFlowMap(call, variable, word);
                break;
            case "DistributedMapAsync" or "DistributedMapBatchesAsync":
                ReadDistributedMap(call, variable, word);
                break;
            default:
                _sink.Report(Descriptors.NotATask, call.Syntax.GetLocation(), call.TargetMethod.Name);
                break;
        }
    }

    // x = await wf.ScopeAsync(async () => { body });
    //   ──▶
    // x   Parallel   one branch: body; Assign x = $states.result[0]
    private void ReadScope(IInvocationOperation call, string? variable, string? word)
    {
        if (LambdaOf(call.Arguments[0].Value) is not { } lambda)
        {
            Reject(call.Arguments[0], "A scope that is no lambda", "write 'wf.ScopeAsync(async () => { … })'");
            return;
        }

        var origin = At(word ?? "scope", call);
        var body = ReadBranchBlock(origin.Name, () => ReadStatement(lambda.Body));
        var result = new ItemExpr(new TaskResultExpr(JsonType.Array(JsonType.Unknown)), ConstantExpr.Of(0L), ResultType(call.TargetMethod), IsPresent: true);
        Add(new ParallelStep(origin, [body], variable, variable is null ? null : result));
    }

    // await wf.DelayUntilAsync(t);
    //   ──▶
    // delayUntil   Wait   Timestamp: t in UTC, since an offset other than Z is refused
    private void ReadDelayUntil(IInvocationOperation call)
    {
        var origin = At("delayUntil", call);
        var until = ReadExpression(call.Arguments[0].Value);
        Add(new WaitStep(origin, until is InvalidExpr ? until : Times.FromMilliseconds(Times.Milliseconds(until)), IsTimestamp: true));
    }

    private const string StartExecution = "arn:aws:states:::states:startExecution";

    // return await wf.ContinueAsNewAsync(RunAsync, input);
    //   ──▶
    // continueAsNew   Task   startExecution of the machine itself; Output: the new execution's ARN, End
    private void ReadContinueAsNew(IInvocationOperation call)
    {
        var arguments = call.Arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0).ToArray();
        if (MethodOf(arguments[0].Value) is not { } run || !SymbolEqualityComparer.Default.Equals(run, _place.Methods[_place.Methods.Count - 1]))
            Reject(arguments[0], $"Continuing with '{arguments[0].Value.Syntax}'", "only RunAsync of the same workflow can go on: write 'wf.ContinueAsNewAsync(RunAsync, input)'");
        else if (_place is not { Branch: 0, Frame: null, Handlers.Count: 0 } || !IsLast(call))
            _sink.Report(Descriptors.ContinuesInTheMiddle, call.Syntax.GetLocation());
        var origin = At("continueAsNew", call);
        var input = ReadExpression(arguments[1].Value);
        var context = new MemberExpr(new ContextExpr(), "StateMachine", JsonType.Object("", []));
        var task = new ObjectExpr(
            [new ObjectMember("StateMachineArn", new MemberExpr(context, "Id", JsonType.String)), new ObjectMember("Input", ExecutionInput(input))],
            JsonType.Object("", []));
        var arn = _names.Create("continuedAs");
        Add(new TaskStep(
            origin,
            new TaskCall(StartExecution, task, []),
            arn,
            new MemberExpr(new TaskResultExpr(JsonType.Object("", [])), "ExecutionArn", JsonType.String)));
        Add(new ReturnStep(
            At("return", call), new ObjectExpr([new ObjectMember("continuedAs", new VariableExpr(arn, JsonType.String))], JsonType.Object("", []))));

        // The role's machine cannot be named by a reference, which would be a circle; its name is the logical id and a random ending.
        _permissions.Add(new Permission(
            "states:StartExecution",
            new TemplateValue(TemplateFunction.Sub, $"arn:${{AWS::Partition}}:states:${{AWS::Region}}:${{AWS::AccountId}}:stateMachine:{OwnName}")));
    }

    // The integration takes an object as it is, and of anything else its JSON text.
    private static Expr ExecutionInput(Expr input) => input.Type.Kind is JsonKind.Object or JsonKind.Dictionary or JsonKind.Unknown
        ? input
        : new EncodedExpr(input, MemberEncoding.JsonText);

    private static IMethodSymbol? MethodOf(IOperation argument) =>
        Unconverted(argument) is IDelegateCreationOperation { Target: IMethodReferenceOperation reference } ? reference.Method : null;

    // Nothing may follow natively, since nothing follows in the machine.
    private static bool IsLast(IInvocationOperation call)
    {
        IOperation operation = call;
        while (operation.Parent is IAwaitOperation or IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        if (operation.Parent is IReturnOperation)
            return true;
        for (operation = operation.Parent!; operation.Parent is { } parent; operation = parent)
        {
            if (parent is IBlockOperation block && block.Operations.SkipWhile(o => o != operation).Skip(1).FirstOrDefault(o => !o.IsImplicit) is { } next)
                return next is IReturnOperation;
            if (parent is ILoopOperation or ISwitchCaseOperation)
                return false;
        }

        return true;
    }
}
