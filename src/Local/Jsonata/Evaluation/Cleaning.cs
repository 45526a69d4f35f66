using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>Makes plain JSON of a result: what an evaluation remembers about its arrays must not steer a later one.</summary>
internal static class Cleaning
{
    /// <exception cref="JsonataException">The result is nested deeper than JSON may be, or contains itself (U1001).</exception>
    public static Value? Clean(Value? value, Run run)
    {
        switch (value)
        {
            case ArrayValue array:
                // The wrapping of the input is not a result of its own.
                if ((array.Traits & ArrayTraits.InputWrapper) != 0)
                    return Clean(array[0], run);
                // Arrays of the input have no traits and may be in use elsewhere: leave them untouched.
                if (array.Traits != ArrayTraits.None)
                    array.Traits = ArrayTraits.None;
                CleanAll(array.Items, run);
                return array;
            case ObjectValue members:
                CleanAll(members.Values, run);
                return members;
            case TupleValue tuple:
                return Clean(tuple.Item, run);
            default:
                return value;
        }
    }

    private static void CleanAll(ReadOnlySpan<Value> values, Run run)
    {
        run.Enter();
        foreach (var value in values)
        {
            run.Tick();
            Clean(value, run);
        }
        run.Leave();
    }
}
