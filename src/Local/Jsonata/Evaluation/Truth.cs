using System.Runtime.CompilerServices;
using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>JSONata's casting to a boolean.</summary>
internal static class Truth
{
    public static bool Of(Value? value)
    {
        switch (value)
        {
            case null:
                return false;
            case BooleanValue boolean:
                return boolean.Boolean;
            case StringValue text:
                return text.Text.Length > 0;
            case NumberValue number:
                if (double.IsInfinity(number.Number))
                    throw new JsonataException("D1001") { Value = value };
                return number.Number != 0 && !double.IsNaN(number.Number);
            case ObjectValue members:
                return members.Count > 0;
            case ArrayValue array:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                foreach (var item in array.Items)
                {
                    if (Of(item))
                        return true;
                }
                return false;
            case FunctionValue:
                return true;
            default:
                return false;
        }
    }
}
