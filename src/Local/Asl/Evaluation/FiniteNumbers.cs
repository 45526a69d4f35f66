using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>A number that JSON does not have leaves an expression as text, wherever it stands: <c>[1/0]</c> gives <c>["Infinity"]</c>.</summary>
internal static class FiniteNumbers
{
    public static Value Of(Value value) => AreIn(value) ? value : Replaced(value);

    private static bool AreIn(Value value)
    {
        switch (value)
        {
            case NumberValue { Number: var number }:
                return double.IsFinite(number);
            case ArrayValue array:
                foreach (var item in array.Items)
                {
                    if (!AreIn(item)) return false;
                }
                return true;
            case ObjectValue members:
                for (var i = 0; i < members.Count; i++)
                {
                    if (!AreIn(members.Values[i])) return false;
                }
                return true;
            default:
                return true;
        }
    }

    private static Value Replaced(Value value) => value switch
    {
        NumberValue { Number: var number } when !double.IsFinite(number) => NumberText.Format(number),
        ArrayValue array => new ArrayValue([.. array.Select(Replaced)]),
        ObjectValue members => new ObjectValue(members.Select(member => KeyValuePair.Create(member.Key, Replaced(member.Value)))),
        _ => value,
    };
}
