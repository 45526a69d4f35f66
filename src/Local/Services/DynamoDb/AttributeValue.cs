using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb;

/// <summary>Works on values in attribute-value form: an object with one member that names the type, <c>{"N":"1"}</c>.</summary>
internal static class AttributeValue
{
    private const int MaxDepth = 32; // DynamoDB developer guide, "Quotas: attribute nesting"
    private static readonly string[] Types = ["S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS"];

    public static string TypeOf(Value value) => ((ObjectValue)value).Names[0];

    public static Value ContentOf(Value value) => ((ObjectValue)value).Values[0];

    public static string TextOf(Value value) => ((StringValue)ContentOf(value)).Text;

    public static DynamoNumber NumberOf(Value value) => DynamoNumber.Parse(TextOf(value));

    public static ObjectValue Text(string text) => Shape.Of(("S", text));

    public static ObjectValue Number(DynamoNumber number) => Shape.Of(("N", number.ToString()));

    public static ObjectValue Of(string type, Value content) => new() { { type, content } };

    public static bool IsSet(Value value) => TypeOf(value) is "SS" or "NS" or "BS";

    public static IReadOnlyList<Value> ItemsOf(Value value) => (ArrayValue)ContentOf(value);

    /// <summary>Checks a client's value and brings numbers into their one form.</summary>
    /// <exception cref="ServiceException">ValidationException or SerializationException.</exception>
    public static ObjectValue Read(Value value, int depth = 0)
    {
        if (value is not ObjectValue body)
            throw new ServiceException("SerializationException", $"Unexpected value type in payload: an attribute value must be an object such as {{\"S\":\"…\"}}, found {value.ToJson()}");
        if (body.Count == 0 || !Types.Contains(body.Names[0]))
            throw Errors.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        if (body.Count > 1)
            throw Errors.Validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
        if (depth > MaxDepth)
            throw Errors.Validation("Nesting Levels have exceeded supported limits");
        var (type, content) = (body.Names[0], body.Values[0]);
        return (type, content) switch
        {
            ("S", StringValue) or ("BOOL", BooleanValue) => body,
            ("B", StringValue text) => IsBase64(text.Text) ? body : throw NotBase64(),
            ("N", StringValue text) => Number(DynamoNumber.Parse(text.Text)),
            ("NULL", BooleanValue flag) => flag.Boolean ? body : throw Errors.Validation("One or more parameter values were invalid: Null attribute value types must have the value of true"),
            ("M", ObjectValue members) => Of("M", ReadMembers(members, depth + 1)),
            ("L", ArrayValue items) => Of("L", Shape.List(items.Select(item => Read(item, depth + 1)))),
            ("SS" or "NS" or "BS", ArrayValue items) => Of(type, ReadSet(type, items)),
            _ => throw new ServiceException("SerializationException", $"The value of {type} in an attribute value has the wrong JSON type: {content.ToJson()}"),
        };
    }

    public static ObjectValue ReadMembers(ObjectValue members, int depth = 0) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, (Value)Read(member.Value, depth))));

    /// <summary>Equality as conditions see it: sets without order.</summary>
    public static bool AreEqual(Value left, Value right)
    {
        if (TypeOf(left) != TypeOf(right))
            return false;
        return TypeOf(left) switch
        {
            "M" => AreEqual((ObjectValue)ContentOf(left), (ObjectValue)ContentOf(right)),
            "L" => ItemsOf(left).Count == ItemsOf(right).Count && ItemsOf(left).Zip(ItemsOf(right)).All(pair => AreEqual(pair.First, pair.Second)),
            "SS" or "NS" or "BS" => ItemsOf(left).ToHashSet().SetEquals(ItemsOf(right)),
            _ => ContentOf(left).Equals(ContentOf(right)),
        };
    }

    /// <summary>Order of two values of one of the types S, N, B; null for other types or different ones.</summary>
    public static int? Compare(Value left, Value right)
    {
        if (TypeOf(left) != TypeOf(right))
            return null;
        return TypeOf(left) switch
        {
            "N" => NumberOf(left).CompareTo(NumberOf(right)),
            "S" or "B" => BytesOf(left).AsSpan().SequenceCompareTo(BytesOf(right)),
            _ => null,
        };
    }

    /// <summary>The bytes of an S or B value.</summary>
    public static byte[] BytesOf(Value value) =>
        TypeOf(value) == "B" ? Convert.FromBase64String(TextOf(value)) : Encoding.UTF8.GetBytes(TextOf(value));

    /// <summary>Size as counted for the item limit.</summary>
    /// <remarks>Source: DynamoDB developer guide, "Item sizes and formats".</remarks>
    public static int SizeInBytes(Value value) => TypeOf(value) switch
    {
        "S" or "B" => BytesOf(value).Length,
        "N" => NumberSize(TextOf(value)),
        "BOOL" or "NULL" => 1,
        "M" => 3 + ItemSizeInBytes((ObjectValue)ContentOf(value)) + ((ObjectValue)ContentOf(value)).Count,
        "L" => 3 + ItemsOf(value).Sum(item => 1 + SizeInBytes(item)),
        "NS" => ItemsOf(value).Sum(item => NumberSize(((StringValue)item).Text)),
        _ => ItemsOf(value).Sum(item => Encoding.UTF8.GetByteCount(((StringValue)item).Text)),
    };

    public static int ItemSizeInBytes(ObjectValue item) => item.Sum(member => Encoding.UTF8.GetByteCount(member.Key) + SizeInBytes(member.Value));

    private static bool AreEqual(ObjectValue left, ObjectValue right) =>
        left.Count == right.Count && left.All(member => right.TryGet(member.Key, out var other) && AreEqual(member.Value, other));

    private static ArrayValue ReadSet(string type, ArrayValue items)
    {
        if (items.Count == 0)
            throw Errors.Validation($"One or more parameter values were invalid: An {(type == "SS" ? "string" : type == "NS" ? "number" : "binary")} set  may not be empty");
        var read = items.Select(item => item is not StringValue text
            ? throw new ServiceException("SerializationException", $"The items of a set must be strings, found {item.ToJson()}")
            : type == "NS" ? Shape.From(DynamoNumber.Parse(text.Text).ToString())
            : type == "SS" || IsBase64(text.Text) ? item : throw NotBase64()).ToArray();
        if (read.Distinct().Count() < read.Length)
            throw Errors.Validation($"One or more parameter values were invalid: Input collection [{string.Join(", ", read.Select(item => ((StringValue)item).Text))}] contains duplicates.");
        return Shape.List(read);
    }

    private static int NumberSize(string text) => text.Count(char.IsAsciiDigit) / 2 + 1 + (text[0] == '-' ? 1 : 0);

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static ServiceException NotBase64() => new("SerializationException", "A binary value must be base64 text.");
}
