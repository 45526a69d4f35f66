using System.Net;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge.Patterns;

/// <summary>A test of one value of an event.</summary>
internal abstract record ValueTest
{
    /// <summary>Whether the value passes; null stands for an absent one. An array passes when an element does.</summary>
    public virtual bool Holds(Value? value) => value switch
    {
        null or ObjectValue => false,
        ArrayValue list => list.Any(item => item is not (ArrayValue or ObjectValue) && HoldsFor(item)),
        _ => HoldsFor(value),
    };

    protected abstract bool HoldsFor(Value scalar);
}

internal sealed record EqualTest(Value Expected) : ValueTest
{
    protected override bool HoldsFor(Value scalar) => Expected.Equals(scalar);
}

internal sealed record TextTest(Func<string, bool> IsMet) : ValueTest
{
    protected override bool HoldsFor(Value scalar) => scalar is StringValue text && IsMet(text.Text);
}

internal sealed record NumericTest(Func<double, bool> IsMet) : ValueTest
{
    protected override bool HoldsFor(Value scalar) => scalar is NumberValue number && IsMet(number.Number);
}

internal sealed record AddressTest(IPNetwork Network) : ValueTest
{
    protected override bool HoldsFor(Value scalar) =>
        scalar is StringValue text && IPAddress.TryParse(text.Text, out var address) && Network.Contains(address);
}

/// <summary>None of the tests holds; an absent value does not match, and of an array one element that differs is enough.</summary>
internal sealed record AnythingButTest(IReadOnlyList<ValueTest> Refused) : ValueTest
{
    protected override bool HoldsFor(Value scalar) => !Refused.Any(test => test.Holds(scalar));
}

/// <summary>Presence; only leaves count as present, an object does not.</summary>
internal sealed record ExistsTest(bool IsPresent) : ValueTest
{
    public override bool Holds(Value? value) => (value is not (null or ObjectValue or ArrayValue { Count: 0 })) == IsPresent;

    protected override bool HoldsFor(Value scalar) => IsPresent;
}
