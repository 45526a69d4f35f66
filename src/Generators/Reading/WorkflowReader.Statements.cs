using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Which reader takes which statement.
internal sealed partial class WorkflowReader
{
    private int _depth;

    private void ReadStatement(IOperation statement)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_depth == Nesting.MaxLevels)
        {
            _sink.Report(Descriptors.NestedTooDeeply, statement.Syntax.GetFirstToken().GetLocation(), Nesting.MaxLevels);
            return;
        }

        _depth++;
        ReadAny(statement);
        _depth--;
    }

    private void ReadAny(IOperation statement)
    {
        switch (statement)
        {
            case IBlockOperation block:
                foreach (var inner in block.Operations)
                    ReadStatement(inner);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    ReadDeclaration(declaration);
                break;
            case IExpressionStatementOperation expression:
                ReadExpressionStatement(expression.Operation);
                break;
            case IConditionalOperation conditional:
                ReadIf(conditional);
                break;
            case ISwitchOperation @switch:
                ReadSwitch(@switch);
                break;
            case IWhileLoopOperation loop:
                ReadWhile(loop);
                break;
            case IForLoopOperation loop:
                ReadFor(loop);
                break;
            case IForEachLoopOperation loop:
                ReadForEach(loop);
                break;
            case ITryOperation @try:
                ReadTry(@try);
                break;
            case IThrowOperation @throw:
                ReadThrow(@throw);
                break;
            case IReturnOperation { Kind: OperationKind.Return } @return:
                ReadReturn(@return);
                break;
            case IBranchOperation branch:
                ReadBranch(branch);
                break;
            case ILocalFunctionOperation or IEmptyOperation:
                break; // A local function is read where it is called.
            case IInvalidOperation:
                _sink.Reject();
                break;
            default:
                Reject(statement, Describe(statement), Instead(statement));
                break;
        }
    }

    private void ReadExpressionStatement(IOperation operation)
    {
        switch (operation)
        {
            case IAwaitOperation awaited:
                ReadAwaited(awaited.Operation, variable: null, word: null);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Value: IAwaitOperation awaited }:
                ReadAwaited(awaited.Operation, variable: null, word: null);
                break;
            case ISimpleAssignmentOperation assignment:
                ReadAssignment(assignment.Target, assignment.Value, assignment);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                ReadDeconstruction(deconstruction);
                break;
            case ICompoundAssignmentOperation compound:
                ReadUpdate(compound.Target, compound);
                break;
            case IIncrementOrDecrementOperation increment:
                ReadUpdate(increment.Target, increment);
                break;
            case ICoalesceAssignmentOperation coalesce:
                ReadUpdate(coalesce.Target, coalesce);
                break;
            case IInvocationOperation invocation when IsLogging(invocation):
                _sink.Report(StatementDescriptors.LoggingDropped, invocation.Syntax.GetLocation());
                RejectAwaits(invocation);
                break;
            case IInvocationOperation invocation when invocation.Type.IsTask():
                _sink.Report(Descriptors.TaskNotAwaited, invocation.Syntax.GetLocation(), invocation.TargetMethod.Name);
                break;
            case IInvocationOperation invocation when InlineBodyOf(invocation) is { } body:
                Inline(invocation, body, variable: null);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation or IParameterReferenceOperation, TargetMethod.ContainingType.AllInterfaces: var interfaces } invocation
                when interfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable):
                _sink.Report(ExpressionDescriptors.Mutation, invocation.Syntax.GetLocation(), invocation.Syntax.ToString(), "assign a new value, such as 'xs = [.. xs, item]'");
                break;
            case IInvocationOperation invocation:
                Reject(
                    invocation,
                    $"The call of '{invocation.TargetMethod.Name}' for its side effect",
                    "a workflow's data is immutable and its only effects are awaited tasks: assign a new value, such as 'xs = [.. xs, item]', or move the call into a Lambda function");
                break;
            case IInvalidOperation:
                _sink.Reject();
                break;
            default:
                Reject(operation, "This expression statement", "assign its value or remove it");
                break;
        }
    }

    // The value of `return X;`, of `return await XAsync();` and of a method that passes a task on: `Task M() => XAsync();`.
    private Expr? ReadReturned(IOperation returned)
    {
        var value = Unconverted(returned);
        if (value is IAwaitOperation awaited)
            return ReadIntoNew(awaited.Operation, awaited.Type, "result");
        if (value.Type.IsTask())
        {
            if (value is IPropertyReferenceOperation { Property.Name: "CompletedTask" })
                return null;
            return ReadIntoNew(value, value.Type?.AwaitedType(), "result");
        }

        if (value is IInvocationOperation invocation && InlineBodyOf(invocation) is { } body)
            return InlineIntoNew(invocation, body);
        return ReadValue(returned, "result");
    }

    // Awaits something whose result has no variable of the author's.
    private Expr? ReadIntoNew(IOperation awaited, ITypeSymbol? type, string hint)
    {
        if (type is null || type.SpecialType == SpecialType.System_Void)
        {
            ReadAwaited(awaited, variable: null, word: null);
            return null;
        }

        var variable = _names.Create(hint);
        ReadAwaited(awaited, variable, word: null);
        return new VariableExpr(variable, _expressions.Types.Read(type));
    }

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        while (operation is IParenthesizedOperation parenthesized)
            operation = parenthesized.Operand;
        return operation;
    }

    private static string Describe(IOperation statement) => statement switch
    {
        IUsingOperation or IUsingDeclarationOperation => "'using'",
        ILockOperation => "'lock'",
        IReturnOperation => "'yield'",
        ILabeledOperation => "A label",
        _ when statement.Syntax is FixedStatementSyntax or UnsafeStatementSyntax => "'unsafe' code",
        _ => "This statement",
    };

    private static string Instead(IOperation statement) => statement switch
    {
        IUsingOperation or IUsingDeclarationOperation => "a workflow holds no disposable object: move the work into a Lambda function, or free what a task acquired by a task in 'finally'",
        ILockOperation => "an execution runs one statement at a time and shares no memory; remove it",
        IReturnOperation => "return an array",
        ILabeledOperation => "write a loop, or a private method with 'return'",
        _ => "move it into a Lambda function",
    };
}
