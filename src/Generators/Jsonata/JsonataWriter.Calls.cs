using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

internal sealed partial class JsonataWriter
{
    private Fragment WriteCall(CallExpr call)
    {
        var arguments = call.Arguments.Select((argument, index) => WriteArgument(call, argument, index));
        var text = $"${call.Function}({string.Join(", ", arguments)})";
        if (!Functions.GivesSequence(call.Function))
            return Primary(text);

        // These give nothing for no items and the item itself for one. Brackets make an array again, but would open items that are arrays.
        var mayHoldArrays = call.Type.Element is { Kind: JsonKind.Array or JsonKind.Tuple or JsonKind.Any or JsonKind.Unknown };
        return Primary(mayHoldArrays ? $"$append([], {text}[])" : $"[{text}]");
    }

    private string WriteArgument(CallExpr call, Expr argument, int index) =>
        (index == 0 && Functions.HandsNothingOn(call.Function) ? Write(argument) : WriteStrict(argument)).Text;
}
