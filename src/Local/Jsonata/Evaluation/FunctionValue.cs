using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>A function as a value. It has no JSON; where one must be written it is the empty string.</summary>
internal abstract class FunctionValue : Value
{
    /// <summary>How many arguments the function takes; a caller with more to give gives no more.</summary>
    public abstract int Arity { get; }

    public virtual Signature? Signature => null;

    /// <summary>Calls the function, and then whatever the function ends in calling.</summary>
    /// <param name="arguments">Belong to the function from here on.</param>
    /// <param name="context">Stands in for a missing argument that the signature marks with <c>-</c>.</param>
    /// <param name="frame">Scope of the call.</param>
    public Value? Call(Value?[] arguments, Value? context, Frame frame)
    {
        frame.Run.Enter();
        var result = CallOnce(arguments, context, frame);
        while (result is TailCallValue tail)
        {
            frame.Run.Tick();
            result = tail.Continue(context, frame);
        }
        frame.Run.Leave();
        return result;
    }

    /// <summary>Checks the arguments and runs the function; its result may be a <see cref="TailCallValue"/>.</summary>
    public Value? CallOnce(Value?[] arguments, Value? context, Frame frame)
    {
        if (Signature is { } signature)
            arguments = signature.Validate(arguments, context);
        return Invoke(arguments, context, frame);
    }

    public sealed override bool Equals(Value? other) => ReferenceEquals(this, other);

    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    internal sealed override void Write(JsonWriter writer) => writer.WriteString("");

    protected abstract Value? Invoke(Value?[] arguments, Value? context, Frame frame);
}

/// <summary>A function of the library.</summary>
internal delegate Value? NativeBody(Value?[] arguments, Value? context, Frame frame);

/// <summary>A function written in C#.</summary>
internal sealed class NativeFunction(string name, Signature signature, int arity, NativeBody body) : FunctionValue
{
    public NativeFunction(string name, string signature, int arity, NativeBody body) : this(name, Jsonata.Signature.Parse(signature, 0), arity, body)
    {
    }

    public string Name { get; } = name;

    public override int Arity { get; } = arity;

    public override Signature? Signature { get; } = signature;

    /// <summary>Fills in arguments that were left out and are optional, so that the body need not count.</summary>
    protected override Value? Invoke(Value?[] arguments, Value? context, Frame frame)
    {
        if (arguments.Length < Arity)
            Array.Resize(ref arguments, Arity);
        return body(arguments, context, frame);
    }
}

/// <summary>A function of the expression, with the scope and the input of the place where it stands.</summary>
internal sealed class LambdaValue(string[] parameters, Node body, Signature? signature, Value? input, Frame scope) : FunctionValue
{
    public string[] Parameters { get; } = parameters;

    public Node Body { get; } = body;

    public Value? Input { get; } = input;

    public Frame Scope { get; } = scope;

    public override int Arity => Parameters.Length;

    public override Signature? Signature { get; } = signature;

    protected override Value? Invoke(Value?[] arguments, Value? context, Frame frame) => Body.Evaluate(Input, new Frame(Scope, Parameters, arguments));
}

/// <summary><c>f(a, ?)</c>: a function of the arguments left open.</summary>
internal sealed class PartialValue(FunctionValue function, Value?[] given, int[] open) : FunctionValue
{
    public override int Arity => open.Length;

    protected override Value? Invoke(Value?[] arguments, Value? context, Frame frame)
    {
        var all = (Value?[])given.Clone();
        for (var i = 0; i < open.Length; i++)
            all[open[i]] = i < arguments.Length ? arguments[i] : null;
        return function is LambdaValue lambda
            ? lambda.Body.Evaluate(lambda.Input, new Frame(lambda.Scope, lambda.Parameters, all))
            : function.Call(all, context, frame);
    }
}

/// <summary><c>f ~> g</c>: calls one function with the result of the other.</summary>
internal sealed class ChainValue(FunctionValue first, FunctionValue second) : FunctionValue
{
    public override int Arity => 1;

    protected override Value? Invoke(Value?[] arguments, Value? context, Frame frame)
    {
        var between = Sequences.Collapse(first.Call([arguments.Length > 0 ? arguments[0] : null], context, frame));
        return second.Call([between], context, frame);
    }
}
