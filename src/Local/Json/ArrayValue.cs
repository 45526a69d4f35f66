using System.Collections;
using System.Runtime.CompilerServices;

namespace Aot.Local.Json;

/// <summary>A JSON array.</summary>
internal sealed class ArrayValue : Value, IReadOnlyList<Value>
{
    private Value[] _items;
    private long _weight; // 0: not counted yet
    private double _firstOfRange;
    private volatile bool _isRange;

    /// <summary>An empty array to be filled with <see cref="Add"/>.</summary>
    public ArrayValue() => _items = [];

    /// <summary>An empty array with room for <paramref name="capacity"/> items.</summary>
    public ArrayValue(int capacity) => _items = capacity == 0 ? [] : new Value[capacity];

    public ArrayValue(IReadOnlyList<Value> items)
    {
        _items = [.. items];
        Count = _items.Length;
    }

    public ArrayValue(params ReadOnlySpan<Value> items)
    {
        _items = items.ToArray();
        Count = _items.Length;
    }

    /// <summary>Whole numbers one after the other, made only when they are asked for.</summary>
    public static ArrayValue OfRange(double first, int count) => new() { _firstOfRange = first, _isRange = true, Count = count };

    public int Count { get; private set; }

    public Value this[int index] => _isRange ? NumberValue.Of(_firstOfRange + index) : Items[index];

    public ReadOnlySpan<Value> Items
    {
        get
        {
            if (_isRange)
                MakeRange();
            return _items.AsSpan(0, Count);
        }
    }

    /// <summary>How JSONata treats the array; nothing to JSON.</summary>
    internal ArrayTraits Traits { get; set; }

    /// <summary>Appends an item. Only the maker of the array calls this, before handing it on.</summary>
    public void Add(Value item)
    {
        _weight = 0;
        if (_isRange)
            MakeRange();
        if (Count == _items.Length)
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<Value> items)
    {
        _weight = 0;
        if (_isRange)
            MakeRange();
        if (Count + items.Length > _items.Length)
            Array.Resize(ref _items, Math.Max(Count + items.Length, Count * 2));
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public override long Weight
    {
        get
        {
            if (_weight > 0)
                return _weight;
            if (_isRange)
                return _weight = 1L + Count;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var weight = 1L;
            foreach (var item in Items)
                weight = Math.Min(weight + item.Weight, MostWeight);
            return _weight = weight;
        }
    }

    public override bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not ArrayValue that || that.Count != Count)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < Count; i++)
        {
            if (!this[i].Equals(that[i]))
                return false;
        }
        return true;
    }

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = new HashCode();
        foreach (var item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<Value> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override void Write(JsonWriter writer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.StartArray();
        foreach (var item in Items)
        {
            writer.StartItem();
            item.Write(writer);
        }
        writer.EndArray();
    }

    // Several threads may do this at once; each makes the same items.
    private void MakeRange()
    {
        var items = new Value[Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = NumberValue.Of(_firstOfRange + i);
        _items = items;
        _isRange = false;
    }
}

/// <summary>What JSONata remembers about an array it made.</summary>
[Flags]
internal enum ArrayTraits
{
    None = 0,

    /// <summary>A result sequence: of one item it becomes the item, of none it becomes undefined.</summary>
    Sequence = 1,

    /// <summary>A sequence that stays an array when it has one item: the effect of <c>[]</c> in a path.</summary>
    KeepSingleton = 2,

    /// <summary>Written with an array constructor: a path does not flatten it.</summary>
    Constructed = 4,

    /// <summary>The wrapping around an array input, through which <c>$</c> at the root sees the array itself.</summary>
    InputWrapper = 8,

    /// <summary>Items with the variables that <c>@</c>, <c>#</c> and <c>%</c> bound on the way to them.</summary>
    TupleStream = 16,
}
