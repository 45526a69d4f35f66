namespace Aot.Generators.Dispatch;

/// <summary>How a type is read and written.</summary>
internal enum JsonShapeKind
{
    /// <summary>One token with a read of its own in Aot.Runtime.Json.</summary>
    Scalar,

    /// <summary>A string that is one of the members' names.</summary>
    Enum,

    /// <summary>The element or null.</summary>
    Nullable,

    /// <summary>An array of elements, read into an array.</summary>
    Array,

    /// <summary>An array of elements, read into a list.</summary>
    List,

    /// <summary>An object of elements by name.</summary>
    Dictionary,

    /// <summary>An object of members.</summary>
    Object,
}

/// <summary>A type's JSON form. Mutable only while it is read: a type may contain itself.</summary>
internal sealed class JsonShape(JsonShapeKind kind, string type)
{
    public JsonShapeKind Kind { get; } = kind;

    /// <summary>Full name in C#.</summary>
    public string Type { get; } = type;

    /// <summary>Suffix of this type's methods; empty for scalars.</summary>
    public string Id { get; set; } = "";

    /// <summary>The scalar's name in Aot.Runtime.Json.JsonRead.</summary>
    public string Scalar { get; set; } = "";

    public bool IsReferenceType { get; set; }

    /// <summary>Element of a collection, or what a nullable wraps.</summary>
    public JsonShape? Element { get; set; }

    public List<JsonMember> Members { get; } = [];

    /// <summary>The constructor's parameters, in order.</summary>
    public List<JsonConstructorParameter> ConstructorParameters { get; } = [];

    public List<JsonEnumMember> EnumMembers { get; } = [];

    /// <summary>Written with null members left out.</summary>
    public bool OmitsNull { get; set; }
}

/// <summary>How a member gets its value after the constructor.</summary>
internal enum JsonSetter
{
    /// <summary>It does not: it is only written, or the constructor sets it.</summary>
    None,

    /// <summary>By assignment.</summary>
    Set,

    /// <summary>Through an accessor, since init-only.</summary>
    Init,

    /// <summary>In the object initializer, since required.</summary>
    Required,
}

/// <summary>When a member is left out of the written object.</summary>
internal enum JsonOmission
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>When it is null.</summary>
    WhenNull,

    /// <summary>When it has its type's default value.</summary>
    WhenDefault,
}

/// <summary>One property of an object.</summary>
/// <param name="JsonName">Name in JSON.</param>
/// <param name="Name">Name in C#.</param>
/// <param name="DeclaringType">Full name of the class that declares it.</param>
internal sealed record JsonMember(
    string JsonName, string Name, string DeclaringType, JsonShape Shape, bool IsWritten, JsonSetter Setter, JsonOmission Omission);

/// <summary>One parameter of an object's constructor.</summary>
/// <param name="Member">Index of the property with its name; negative when JSON does not give it.</param>
/// <param name="Default">C# for the value without JSON.</param>
internal sealed record JsonConstructorParameter(int Member, string Default);

/// <summary>One member of an enum.</summary>
internal sealed record JsonEnumMember(string JsonName, string Name, object Value);
