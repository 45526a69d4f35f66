using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>Casting to and negating booleans, existence and assertions.</summary>
internal static class Booleans
{
    public static readonly NativeFunction[] All =
    [
        new("boolean", "<x-:b>", 1, (a, _, _) => a[0] is null ? null : IsTrue(a[0])),
        new("not", "<x-:b>", 1, (a, _, _) => a[0] is null ? null : !IsTrue(a[0])),
        new("exists", "<x:b>", 1, (a, _, _) => a[0] is not null),
        new("error", "<s?:x>", 1, (a, _, _) => throw new JsonataException("D3137") { Detail = Text(a[0]) ?? "$error() was called" }),
        new("assert", "<bs?:x>", 2, (a, _, _) => Truth.Of(a[0]) ? null : throw new JsonataException("D3141") { Detail = Text(a[1]) ?? "$assert() failed" }),
    ];

    // An expression takes a function for true, these two do not.
    private static bool IsTrue(Value? value) => value is not FunctionValue && Truth.Of(value);

    private static string? Text(Value? value) => value is StringValue { Text.Length: > 0 } text ? text.Text : null;
}
