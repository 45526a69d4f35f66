using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;
using Aot.Local.Jsonata.Parsing;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Functions about values as such, and about expressions as text.</summary>
internal static class Reflection
{
    public static readonly NativeFunction[] All =
    [
        new("type", "<x:s>", 1, (a, _, _) => TypeOf(a[0])),
        new("eval", "<sx?:x>", 2, (a, context, frame) => a[0] is StringValue text ? Evaluate(text.Text, a[1] ?? context, a[1] is not null, frame) : null),
    ];

    private static Value? TypeOf(Value? value) => value switch
    {
        null => null,
        NullValue => "null",
        NumberValue => "number",
        StringValue => "string",
        BooleanValue => "boolean",
        ArrayValue => "array",
        FunctionValue => "function",
        _ => "object",
    };

    private static Value? Evaluate(string text, Value? input, bool isGiven, Frame frame)
    {
        Node expression;
        try
        {
            expression = new NodeBuilder(boundNames: null).Build(PathShaper.Shape(Parser.Parse(text).Tree));
        }
        catch (JsonataException error)
        {
            throw new JsonataException("D3120") { Detail = error.Message };
        }
        if (isGiven && input is ArrayValue array && !array.IsSequence())
            input = new ArrayValue(input) { Traits = ArrayTraits.Sequence | ArrayTraits.InputWrapper };
        try
        {
            return expression.Evaluate(input, frame);
        }
        catch (JsonataException error) when (error.Code != "U1001")
        {
            throw new JsonataException("D3121") { Detail = error.Message };
        }
    }
}
