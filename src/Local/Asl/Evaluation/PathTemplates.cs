using Aot.Local.Json;
using Aot.Local.JsonPath;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A field that is a path into the data, the context object or a variable.</summary>
/// <param name="field">As failures name it.</param>
/// <param name="path">The path.</param>
/// <param name="isPayload">In a payload template: failures name the field and show the data.</param>
internal sealed class PathTemplate(string field, PathExpression path, bool isPayload) : FieldTemplate(field)
{
    public PathExpression Path { get; } = path;

    public override Value Evaluate(EvaluationScope scope)
    {
        var root = Root(Path, scope) ?? throw StateFailure.Runtime($"The variable ${Path.Variable} in the path '{Path.Text}' has no value");
        if (Path.Evaluate(root) is { } value) return value;
        throw StateFailure.Runtime(isPayload
            ? $"The JSONPath '{Path.Text}' specified for the field '{Name}' could not be found in the input '{root.ToJson()}'"
            : $"Invalid path '{Path.Text}' : {Path.DescribeMissing(root)}");
    }

    /// <summary>The value, or undefined where a definite path finds nothing.</summary>
    public static Value? Find(PathExpression path, EvaluationScope scope) => Root(path, scope) is { } root ? path.Evaluate(root) : null;

    private static Value? Root(PathExpression path, EvaluationScope scope) => path.Root switch
    {
        PathRoot.Context => scope.ContextObject,
        PathRoot.Variable => scope.Variables.TryGet(path.Variable!, out var value) ? value : null,
        _ => scope.Data,
    };

    private string Name => Field[(Field.LastIndexOf('/') + 1)..];
}

/// <summary>A field that is a call of an intrinsic function.</summary>
internal sealed class IntrinsicTemplate(string field, string text, IntrinsicCall call) : FieldTemplate(field)
{
    public override Value Evaluate(EvaluationScope scope)
    {
        try
        {
            return Call(call, scope);
        }
        catch (IntrinsicException error)
        {
            throw StateFailure.Of("States.IntrinsicFailure", $"The function '{text}' had the following error: {error.Message}");
        }
    }

    private Value Call(IntrinsicCall called, EvaluationScope scope) => IntrinsicFunctions.Call(
        called.Function,
        [.. called.Arguments.Select(argument => argument.Literal
            ?? (argument.Call is { } nested ? Call(nested, scope) : new PathTemplate(Field, argument.Path!, isPayload: false).Evaluate(scope)))],
        scope.Ambient.Random);
}
