using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>What a state's fields can read: made anew for each visit, result and catch.</summary>
/// <param name="input">The state's input.</param>
/// <param name="variables">The variables on entry.</param>
/// <param name="context">Makes the context object when it is asked for.</param>
/// <param name="ambient">What all evaluations share.</param>
internal sealed class EvaluationScope(Value input, VariableScope variables, IContextObject context, EvaluationAmbient ambient)
{
    public EvaluationAmbient Ambient { get; } = ambient;

    public Value Input { get; } = input;

    public VariableScope Variables { get; } = variables;

    /// <summary>What the task, the branches or the iterations gave; undefined before that.</summary>
    public Value? Result { get; init; }

    /// <summary>In a catcher: <c>{"Error": …, "Cause": …}</c>.</summary>
    public Value? ErrorOutput { get; init; }

    /// <summary>What <c>$</c> is in JSONPath: the input, unless a field reads something else.</summary>
    public Value Data { get; private init; } = input;

    /// <summary>The same with another <c>$</c>.</summary>
    public EvaluationScope At(Value data) => new(Input, Variables, context, Ambient) { Result = Result, ErrorOutput = ErrorOutput, Data = data };

    /// <summary>The context object; made when first asked for.</summary>
    public ObjectValue ContextObject => field ??= context.ToValue();

    /// <summary>The reserved variable <c>$states</c>.</summary>
    /// <param name="withContext">Whether an expression can reach the context object; making it costs more than most expressions.</param>
    public ObjectValue StatesVariable(bool withContext)
    {
        var states = new ObjectValue(4) { ["input"] = Input };
        if (Result is not null) states["result"] = Result;
        if (ErrorOutput is not null) states["errorOutput"] = ErrorOutput;
        if (withContext) states["context"] = ContextObject;
        return states;
    }
}

/// <summary>Makes the context object of a state.</summary>
internal interface IContextObject
{
    ObjectValue ToValue();
}

/// <summary>The clock and the randomness of expressions.</summary>
internal sealed record EvaluationAmbient(TimeProvider Clock, Random Random);
