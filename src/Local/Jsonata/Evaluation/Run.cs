using System.Diagnostics;
using System.Runtime.CompilerServices;
using Aot.Local.Json;
using Aot.Local.Jsonata.Functions;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>One evaluation: its root input, bindings, functions, time and what is left of its limits.</summary>
internal sealed class Run(Value? input, Bindings bindings, EvaluationLimits limits, Library library)
{
    // Reading the clock costs 25 ns, a step of an evaluation 10 ns.
    private const int StepsPerClockReading = 256;

    private readonly long _started = Stopwatch.GetTimestamp();
    private long _itemsLeft = limits.MaxItems;
    private int _stepsToClockReading = StepsPerClockReading;
    private int _depth;
    private DateTimeOffset? _now;

    public Value? Input { get; } = input;

    public Bindings Bindings { get; } = bindings;

    public Library Library { get; } = library;

    /// <summary>The moment that <c>$now</c> and <c>$millis</c> report throughout the evaluation.</summary>
    public DateTimeOffset Now => _now ??= Bindings.Clock.GetUtcNow();

    /// <summary>An array was made whose traits or an object whose depth must not leave the evaluation.</summary>
    public bool NeedsCleaning { get; set; }

    public TimeSpan TimeLeft
    {
        get
        {
            var left = limits.Timeout - Stopwatch.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : throw TimeExceeded();
        }
    }

    public Value? FindGlobal(string name)
    {
        if (!Bindings.IsEmpty && Bindings[name] is { } bound)
            return bound;
        return name == "$" ? Input : Library.Find(name);
    }

    /// <summary>Goes one level deeper; <see cref="Leave"/> comes back unless an exception ends the evaluation.</summary>
    public void Enter()
    {
        if (++_depth >= limits.MaxDepth)
            throw new JsonataException("U1001") { Detail = "it is nested too deep; look for a recursion that does not end" };
        if (--_stepsToClockReading <= 0)
            CheckTime();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    public void Leave() => _depth--;

    /// <summary>Counts one round of a loop.</summary>
    public void Tick()
    {
        if (--_stepsToClockReading <= 0)
            CheckTime();
    }

    /// <summary>Counts items or characters about to be made.</summary>
    public void Spend(long items)
    {
        _itemsLeft -= items;
        if (_itemsLeft < 0)
            throw new JsonataException("U1001") { Detail = $"it makes more than {limits.MaxItems} array items and characters" };
    }

    /// <summary>Counts a walk over everything in a value: one that stands in itself many times over is small in memory and endless to write.</summary>
    public void SpendOn(Value? value)
    {
        if (value is ArrayValue or ObjectValue)
            Spend(value.Weight);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckTime()
    {
        _stepsToClockReading = StepsPerClockReading;
        if (Stopwatch.GetElapsedTime(_started) > limits.Timeout)
            throw TimeExceeded();
    }

    public JsonataException TimeExceeded() => new("U1001") { Detail = $"it takes longer than {limits.Timeout.TotalMilliseconds} ms" };
}
