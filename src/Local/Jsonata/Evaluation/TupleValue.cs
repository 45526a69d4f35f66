using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>An item on its way through a path, with the variables that <c>@</c>, <c>#</c> and <c>%</c> bound. Lives only inside tuple streams.</summary>
internal sealed class TupleValue(Value? item, Binding? bindings) : Value
{
    /// <summary>Undefined only where a path that began without input passes on a focus.</summary>
    public Value? Item { get; } = item;

    public Binding? Bindings { get; } = bindings;

    public TupleValue With(string name, Value? value) => new(Item, new Binding(name, value, Bindings));

    /// <summary>The other tuple with the bindings of this one below its own.</summary>
    public TupleValue Continue(TupleValue inner) => new(inner.Item, Prepend(inner.Bindings, Bindings));

    public Frame ToFrame(Frame parent) => new(parent, Bindings);

    public override bool Equals(Value? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    internal override void Write(JsonWriter writer) => (Item ?? NullValue.Instance).Write(writer);

    private static Binding? Prepend(Binding? first, Binding? rest) =>
        first is null ? rest : new Binding(first.Name, first.Value, Prepend(first.Next, rest));
}
