namespace Aot.Generators.Ir.Expressions;

/// <summary>The static type of an expression as JSON sees it.</summary>
internal sealed record JsonType(JsonKind Kind)
{
    public static readonly JsonType Void = new(JsonKind.Void);
    public static readonly JsonType Null = new(JsonKind.Null) { IsNullable = true };
    public static readonly JsonType Boolean = new(JsonKind.Boolean);
    public static readonly JsonType Integer = new(JsonKind.Integer);
    public static readonly JsonType Number = new(JsonKind.Number);
    public static readonly JsonType Decimal = new(JsonKind.Decimal);
    public static readonly JsonType String = new(JsonKind.String);
    public static readonly JsonType Guid = new(JsonKind.Guid);
    public static readonly JsonType Time = new(JsonKind.Time);
    public static readonly JsonType UtcTime = new(JsonKind.Time) { IsUtc = true };
    public static readonly JsonType Duration = new(JsonKind.Duration);
    public static readonly JsonType Match = new(JsonKind.Match);
    public static readonly JsonType Clock = new(JsonKind.Clock);
    public static readonly JsonType Any = new(JsonKind.Any);
    public static readonly JsonType Resource = new(JsonKind.Resource);
    public static readonly JsonType Unknown = new(JsonKind.Unknown);

    /// <summary>What <c>$states.errorOutput</c> holds: <c>{Error, Cause}</c>.</summary>
    public static readonly JsonType Error = new(JsonKind.Error);

    /// <summary>True where the value may be JSON <c>null</c>.</summary>
    public bool IsNullable { get; init; }

    /// <summary>True for a point in time whose offset from UTC is known to be zero in C# too.</summary>
    public bool IsUtc { get; init; }

    /// <summary>Type of an array's or group's items or of a dictionary's values.</summary>
    public JsonType? Element { get; init; }

    /// <summary>Members of an object in declaration order, items of a tuple; empty where a type contains itself, at the inner place.</summary>
    public EquatableArray<JsonMember> Members { get; init; }

    /// <summary>C# name of an object, enum or resource type, for messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>Members of an enum, or empty.</summary>
    public EquatableArray<string> EnumMembers { get; init; }

    public bool IsNumeric => Kind is JsonKind.Integer or JsonKind.Number or JsonKind.Decimal or JsonKind.Duration;

    /// <summary>True where the value is JSON text already: nothing is needed to append it to a string.</summary>
    public bool IsText => Kind is JsonKind.String or JsonKind.Guid or JsonKind.Enum or JsonKind.Resource;

    public static JsonType Array(JsonType element) => new(JsonKind.Array) { Element = element };

    public static JsonType Dictionary(JsonType value) => new(JsonKind.Dictionary) { Element = value };

    public static JsonType Group(JsonType key, JsonType element) => new(JsonKind.Group) { Element = element, Members = [new JsonMember("Key", "key", key)] };

    public static JsonType Tuple(EquatableArray<JsonMember> items) => new(JsonKind.Tuple) { Members = items };

    public static JsonType Object(string name, EquatableArray<JsonMember> members) => new(JsonKind.Object) { Name = name, Members = members };

    public JsonType OrNull() => IsNullable ? this : this with { IsNullable = true };

    public JsonType NotNull() => IsNullable && Kind != JsonKind.Null ? this with { IsNullable = false } : this;
}
