using Aot.Local.Json;

namespace Aot.Local.Asl.Running;

/// <summary>One visit of a Parallel or Map state: its branches or iterations and their results.</summary>
internal sealed class Fork(Branch owner, int count, int limit, long startedEventId)
{
    public Branch Owner { get; } = owner;

    /// <summary>The ones that were started; null where one has not been.</summary>
    public Branch?[] Children { get; } = new Branch?[count];

    /// <summary>By index, so that they stand in order however the children finish.</summary>
    public Value?[] Results { get; } = new Value?[count];

    /// <summary>How many children may run at a time.</summary>
    public int Limit { get; } = limit;

    /// <summary>What a Map state iterates over.</summary>
    public ArrayValue? Items { get; init; }

    /// <summary>The ParallelStateStarted or MapStateStarted event.</summary>
    public long StartedEventId { get; } = startedEventId;

    /// <summary>The index of the child to start next.</summary>
    public int NextIndex { get; set; }

    public int Running { get; set; }

    public ArrayValue ResultArray()
    {
        var results = new ArrayValue(Results.Length);
        foreach (var result in Results) results.Add(result!);
        return results;
    }
}
