namespace Aot.Generators.Ir.Expressions;

/// <summary>What a value is, as far as the choice of JSONata depends on it.</summary>
internal enum JsonKind
{
    /// <summary>No value: the result of a task that returns nothing.</summary>
    Void,

    /// <summary>The literal <c>null</c>.</summary>
    Null,

    Boolean,

    /// <summary>A whole number: <c>int</c>, <c>long</c> and the smaller ones.</summary>
    Integer,

    /// <summary><c>double</c> or <c>float</c>.</summary>
    Number,

    /// <summary><c>decimal</c>: may be passed on, not computed with.</summary>
    Decimal,

    /// <summary><c>string</c> or <c>char</c>.</summary>
    String,

    /// <summary><c>Guid</c>, in its 36 lower-case characters.</summary>
    Guid,

    /// <summary>An enum member, by name.</summary>
    Enum,

    /// <summary><c>DateTimeOffset</c>, in ISO 8601 text.</summary>
    Time,

    /// <summary><c>TimeSpan</c>, as a number of milliseconds; never in a payload.</summary>
    Duration,

    Array,

    /// <summary>A record, anonymous type or class with known members.</summary>
    Object,

    /// <summary>String keys, values of one type.</summary>
    Dictionary,

    /// <summary>A group of <c>GroupBy</c>: <c>{key, items}</c>; only in local variables.</summary>
    Group,

    /// <summary>What <c>Regex.Match</c> found: <c>{success, value, groups}</c>; only in local variables.</summary>
    Match,

    /// <summary>A tuple; only in local variables, as an array.</summary>
    Tuple,

    /// <summary>A handle of a resource in the template, written as its substitution.</summary>
    Resource,

    /// <summary>What the runtime says of a failed task: <c>Error</c> and <c>Cause</c>.</summary>
    Error,

    /// <summary><c>TimeProvider</c>: has no value, only calls.</summary>
    Clock,

    /// <summary>Any JSON: <c>JsonElement</c> and its like. It can be passed on, nothing else.</summary>
    Any,

    /// <summary>A type that has no JSON form; a diagnostic was reported.</summary>
    Unknown,
}
