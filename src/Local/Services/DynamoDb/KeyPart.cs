using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>A key attribute's value, ready to be compared: strings and binaries by bytes, numbers by value.</summary>
internal sealed class KeyPart(Value value) : IComparable<KeyPart>
{
    private readonly byte[]? _bytes = AttributeValue.TypeOf(value) == "N" ? null : AttributeValue.BytesOf(value);
    private readonly DynamoNumber _number = AttributeValue.TypeOf(value) == "N" ? AttributeValue.NumberOf(value) : default;

    /// <summary>A number that is the same for equal values in every run; parallel scans divide a table by it.</summary>
    public uint StableHash => Protocol.Crc32.Of(_bytes ?? Encoding.UTF8.GetBytes(_number.ToString()));

    public int CompareTo(KeyPart? other)
    {
        if (other is null)
            return 1;
        return _bytes is null || other._bytes is null ? _number.CompareTo(other._number) : _bytes.AsSpan().SequenceCompareTo(other._bytes);
    }
}

/// <summary>An item's place in a table or index: hash key, sort key if any, then what makes it unique.</summary>
internal sealed class ItemKey : IComparable<ItemKey>
{
    private readonly KeyPart?[] _parts;
    private readonly int _edge;

    public ItemKey(params KeyPart?[] parts) => _parts = parts;

    private ItemKey(KeyPart hash, int edge) => (_parts, _edge) = ([hash], edge);

    public KeyPart Hash => _parts[0]!;

    /// <summary>A place before all items of a hash key.</summary>
    public static ItemKey Before(KeyPart hash) => new(hash, -1);

    /// <summary>A place after all items of a hash key.</summary>
    public static ItemKey After(KeyPart hash) => new(hash, 1);

    public int CompareTo(ItemKey? other)
    {
        if (other is null)
            return 1;
        var order = Hash.CompareTo(other.Hash);
        if (order != 0 || _edge != 0 || other._edge != 0)
            return order != 0 ? order : _edge.CompareTo(other._edge);
        for (var i = 1; i < _parts.Length && order == 0; i++)
            order = _parts[i] is { } part ? part.CompareTo(other._parts[i]) : 0;
        return order;
    }
}
