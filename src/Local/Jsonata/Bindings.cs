using Aot.Local.Json;

namespace Aot.Local.Jsonata;

/// <summary>What an evaluation sees besides its input: variables, the clock and the source of randomness.</summary>
/// <remarks>An evaluation does not change its bindings; the same ones may serve several evaluations.</remarks>
internal sealed class Bindings
{
    private readonly ObjectValue _variables = new();

    /// <summary>Gives <c>$now</c> and <c>$millis</c> their one value per evaluation.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Serves <c>$random</c> without a seed, <c>$shuffle</c> and <c>$uuid</c>.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The value of the variable <c>$name</c>; the name comes without its dollar.</summary>
    public Value? this[string name]
    {
        get => _variables[name];
        set
        {
            if (value is null)
                _variables.Remove(name);
            else
                _variables[name] = value;
        }
    }

    internal bool IsEmpty => _variables.Count == 0;
}
