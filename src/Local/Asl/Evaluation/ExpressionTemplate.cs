using Aot.Local.Json;
using Aot.Local.Jsonata;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A field that is a JSONata expression.</summary>
/// <param name="field">As failures name it.</param>
/// <param name="text">The expression as written between <c>{%</c> and <c>%}</c>, without the blanks around it.</param>
/// <param name="expression">The same, parsed.</param>
internal sealed class ExpressionTemplate(string field, string text, Expression expression) : FieldTemplate(field)
{
    private const string States = "states";

    private readonly bool _readsContext = ReadsContext(expression);
    private readonly string[] _names = [.. expression.UsedNames];

    public string Text { get; } = text;

    public override Value Evaluate(EvaluationScope scope)
    {
        Value? value;
        try
        {
            value = expression.Evaluate(null, Bind(scope), EvaluationLimits.Default);
        }
        catch (JsonataException error)
        {
            throw StateFailure.Evaluation(Field, $"The JSONata expression '{Text}' specified for the field '{Field}' threw an error during evaluation. {error.Code}: {error.Message}");
        }
        return value switch
        {
            null => throw StateFailure.Evaluation(Field, $"The JSONata expression '{Text}' specified for the field '{Field}' returned nothing (undefined)."),
            FunctionValue => throw StateFailure.Evaluation(Field, $"The JSONata expression '{Text}' specified for the field '{Field}' returned an unsupported result type."),
            _ => FiniteNumbers.Of(value),
        };
    }

    // Only what the expression mentions: a state may see many variables and reads few.
    private Bindings Bind(EvaluationScope scope)
    {
        var bindings = new Bindings { Clock = scope.Ambient.Clock, Random = scope.Ambient.Random };
        foreach (var name in _names)
        {
            if (name == States) bindings[name] = scope.StatesVariable(_readsContext);
            else if (scope.Variables.TryGet(name, out var value)) bindings[name] = value;
        }
        return bindings;
    }

    // Whether the expression reaches beyond $states.input, .result and .errorOutput: then the context object must be made.
    private static bool ReadsContext(Expression expression) =>
        expression.MembersRead(States) is not { } members || members.Any(member => member is not ("input" or "result" or "errorOutput"));
}
