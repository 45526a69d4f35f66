using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Aot.Local.Json;

/// <summary>A JSON object whose members keep the order in which they were first set.</summary>
internal sealed class ObjectValue : Value, IEnumerable<KeyValuePair<string, Value>>
{
    // Up to this many members a walk over the names is cheaper than building and asking a hash table.
    private const int LargestWalked = 8;

    private long _weight; // 0: not counted yet
    private string[] _names;
    private Value[] _values;
    private Dictionary<string, int>? _positions;

    public ObjectValue() : this(0)
    {
    }

    public ObjectValue(int capacity)
    {
        _names = capacity == 0 ? [] : new string[capacity];
        _values = capacity == 0 ? [] : new Value[capacity];
    }

    public ObjectValue(IEnumerable<KeyValuePair<string, Value>> members) : this()
    {
        foreach (var (name, value) in members)
            this[name] = value;
    }

    public int Count { get; private set; }

    public ReadOnlySpan<string> Names => _names.AsSpan(0, Count);

    public ReadOnlySpan<Value> Values => _values.AsSpan(0, Count);

    /// <summary>The member's value, or undefined (<c>null</c>). Only the maker of the object sets members, before handing it on.</summary>
    [DisallowNull]
    public Value? this[string name]
    {
        get => Find(name) is var position && position >= 0 ? _values[position] : null;
        set
        {
            _weight = 0;
            var position = Find(name);
            if (position >= 0)
                _values[position] = value;
            else
                Append(name, value);
        }
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        value = this[name];
        return value is not null;
    }

    public bool Has(string name) => Find(name) >= 0;

    /// <summary>Sets a member; with this an object can be written as a collection expression of name and value.</summary>
    public void Add(string name, Value value) => this[name] = value;

    /// <summary>Removes a member. Only the maker of the object does this, before handing it on.</summary>
    public void Remove(string name)
    {
        var position = Find(name);
        if (position < 0)
            return;
        Count--;
        _weight = 0;
        _names.AsSpan(position + 1, Count - position).CopyTo(_names.AsSpan(position));
        _values.AsSpan(position + 1, Count - position).CopyTo(_values.AsSpan(position));
        _positions = null;
    }

    public override long Weight
    {
        get
        {
            if (_weight > 0)
                return _weight;
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var weight = 1L;
            for (var i = 0; i < Count; i++)
                weight = Math.Min(weight + _names[i].Length + _values[i].Weight, MostWeight);
            return _weight = weight;
        }
    }

    public override bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is not ObjectValue that || that.Count != Count)
            return false;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = 0; i < Count; i++)
        {
            if (!_values[i].Equals(that[_names[i]]))
                return false;
        }
        return true;
    }

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = Count;
        for (var i = 0; i < Count; i++)
            hash ^= HashCode.Combine(_names[i], _values[i]);
        return hash;
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return new(_names[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override void Write(JsonWriter writer)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        writer.StartObject();
        for (var i = 0; i < Count; i++)
        {
            writer.StartMember(_names[i]);
            _values[i].Write(writer);
        }
        writer.EndObject();
    }

    private int Find(string name)
    {
        if (_positions is not null)
            return _positions.GetValueOrDefault(name, -1);
        var names = _names;
        for (var i = 0; i < Count && i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name) || names[i] == name)
                return i;
        }
        return -1;
    }

    private void Append(string name, Value value)
    {
        if (Count == _names.Length)
        {
            var capacity = Math.Max(4, Count * 2);
            Array.Resize(ref _names, capacity);
            Array.Resize(ref _values, capacity);
        }
        _names[Count] = name;
        _values[Count] = value;
        _positions?.Add(name, Count);
        Count++;
        if (Count > LargestWalked && _positions is null)
        {
            _positions = new Dictionary<string, int>(Count * 2, StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
                _positions.Add(_names[i], i);
        }
    }
}
