using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary><c>function($a){ … }</c></summary>
internal sealed class LambdaNode(string[] parameters, Node body, Signature? signature, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        // Only functions can nest values deeper than their expression is.
        frame.Run.NeedsCleaning = true;
        return new LambdaValue(parameters, body, signature, input, frame);
    }
}

/// <summary><c>f(a, b)</c></summary>
internal sealed class CallNode(Node procedure, Node[] arguments, int position) : Node(position)
{
    private readonly string? _name = procedure switch
    {
        VariableNode variable => variable.Name,
        GlobalNode global => global.Name,
        PathNode path => path.FirstName,
        _ => null,
    };

    public override Value? Evaluate(Value? input, Frame frame) => Sequences.Collapse(EvaluateUncollapsed(input, frame));

    public override Value? EvaluateUncollapsed(Value? input, Frame frame) => Evaluate(input, frame, hasFirst: false, null);

    /// <summary>Calls the function with a first argument from elsewhere: <c>first ~> f(a)</c>.</summary>
    public Value? EvaluateWith(Value? first, Value? input, Frame frame) => Evaluate(input, frame, hasFirst: true, first);

    /// <summary>The call as the last act of a function, with the context that the first function of the chain was called in.</summary>
    public Value? Continue(Value? input, Frame frame, Value? context, Frame callingFrame) =>
        CallOnce(Function(input, frame), Arguments(input, frame, false, null), context, callingFrame, isTail: true);

    private Value? Evaluate(Value? input, Frame frame, bool hasFirst, Value? first) =>
        CallOnce(Function(input, frame), Arguments(input, frame, hasFirst, first), input, frame, isTail: false);

    private Value? Function(Value? input, Frame frame)
    {
        var function = procedure.Evaluate(input, frame);
        if (function is null && procedure is PathNode { FirstName: { } name } && frame.Find(string.Intern(name)) is not null)
            throw new JsonataException("T1005") { Position = Position, Token = name };
        return function;
    }

    private Value?[] Arguments(Value? input, Frame frame, bool hasFirst, Value? first)
    {
        var shift = hasFirst ? 1 : 0;
        var values = new Value?[arguments.Length + shift];
        if (hasFirst)
            values[0] = first;
        for (var i = 0; i < arguments.Length; i++)
            values[i + shift] = arguments[i].Evaluate(input, frame);
        return values;
    }

    private Value? CallOnce(Value? function, Value?[] values, Value? context, Frame frame, bool isTail)
    {
        try
        {
            if (function is not FunctionValue callable)
                throw new JsonataException("T1006") { Value = function };
            return isTail ? callable.CallOnce(values, context, frame) : callable.Call(values, context, frame);
        }
        catch (JsonataException failure) when (Locate(failure))
        {
            throw;
        }
    }

    // A filter that never takes the failure: to catch and throw it again in every call of a deep recursion would use up the stack.
    private bool Locate(JsonataException failure)
    {
        if (failure.Position == 0)
            failure.Position = Position;
        failure.Token ??= _name;
        return false;
    }
}

/// <summary>A call that ends a function: it is handed to the loop that called the function.</summary>
internal sealed class TailCallNode(CallNode call) : Node(call.Position)
{
    public override Value? Evaluate(Value? input, Frame frame) => new TailCallValue(call, input, frame);
}

/// <summary>A call still to be made.</summary>
internal sealed class TailCallValue(CallNode call, Value? input, Frame scope) : Value
{
    public Value? Continue(Value? context, Frame frame) => call.Continue(input, scope, context, frame);

    public override bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    internal override void Write(JsonWriter writer) => throw new InvalidOperationException("A call that is still to be made has no JSON.");
}

/// <summary><c>f(a, ?)</c></summary>
internal sealed class PartialCallNode(Node procedure, Node?[] arguments, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        var given = new Value?[arguments.Length];
        var open = new List<int>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } argument)
                given[i] = argument.Evaluate(input, frame);
            else
                open.Add(i);
        }
        var function = procedure.Evaluate(input, frame);
        if (function is FunctionValue callable)
            return new PartialValue(callable, given, [.. open]);
        var name = (procedure as PathNode)?.FirstName;
        var isMissingDollar = function is null && name is not null && frame.Find(string.Intern(name)) is not null;
        throw new JsonataException(isMissingDollar ? "T1007" : "T1008")
        {
            Position = Position,
            Token = name ?? (procedure as VariableNode)?.Name ?? (procedure as GlobalNode)?.Name,
            Value = function,
        };
    }
}

/// <summary><c>a ~> f</c>, <c>a ~> f(b)</c> and, of two functions, their chain.</summary>
internal sealed class ApplyNode(Node left, Node right, int position) : Node(position)
{
    public override Value? Evaluate(Value? input, Frame frame)
    {
        frame.Run.Enter();
        var result = Apply(input, frame);
        frame.Run.Leave();
        return result;
    }

    private Value? Apply(Value? input, Frame frame)
    {
        var value = left.Evaluate(input, frame);
        if (right is CallNode call)
            return call.EvaluateWith(value, input, frame);
        if (right.Evaluate(input, frame) is not FunctionValue function)
            throw new JsonataException("T2006") { Position = Position, Token = "~>", Value = value };
        return value is FunctionValue first ? new ChainValue(first, function) : function.Call([value], NullValue.Instance, frame);
    }
}
