namespace Aot.Authoring;

/// <summary>JSONata of the author's own, for what C# has no form of.</summary>
public static class Jsonata
{
    /// <summary>
    /// Evaluates texts natively where a call gives no C# of its own: takes the text, the object with its variables and the result's type.
    /// A test sets it, once; null lets such calls fail.
    /// </summary>
    public static Func<string, object?, Type, object?>? Evaluator { get; set; }

    /// <summary>The value of a JSONata 2.0.6 expression; in the state machine the text itself stands where the call stands.</summary>
    /// <param name="text">A constant. It reads nothing but the given variables: no <c>$$</c>, no <c>$states</c>, no names of a context of its own.</param>
    /// <param name="variables">A new anonymous object: <c>new { orders }</c> is <c>$orders</c> in the text.</param>
    /// <param name="native">What gives the same value when the workflow runs as C#; it is not compiled.</param>
    /// <typeparam name="T">Type of the value. An array type makes an array of no, one and many items; a nullable one makes null of nothing.</typeparam>
    /// <exception cref="InvalidOperationException">Natively, without <paramref name="native"/> and without <see cref="Evaluator"/>.</exception>
    public static T Eval<T>(string text, object? variables = null, Func<T>? native = null)
    {
        if (native is not null)
            return native();
        if (Evaluator is not { } evaluate)
        {
            throw new InvalidOperationException(
                $"Nothing evaluates the JSONata '{text}' here. Give Jsonata.Eval its third argument, native: () => …, or set Jsonata.Evaluator in the test.");
        }

        return (T)evaluate(text, variables, typeof(T))!;
    }
}
