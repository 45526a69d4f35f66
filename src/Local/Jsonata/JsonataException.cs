using Aot.Local.Json;

namespace Aot.Local.Jsonata;

/// <summary>An expression cannot be parsed (S…) or evaluated (T…: wrong type, D…: wrong value, U…: a limit was reached).</summary>
/// <param name="code">The code that JSONata gives the error, for example T2001.</param>
internal sealed class JsonataException(string code) : Exception
{
    public string Code { get; } = code;

    /// <summary>UTF-16 units of the expression before the end of the token at fault, or 0 when the place is not known.</summary>
    public int Position { get; set; }

    /// <summary>The token at fault, or the function in which the error happened.</summary>
    public string? Token { get; set; }

    /// <summary>The value at fault.</summary>
    public Value? Value { get; init; }

    public Value? SecondValue { get; init; }

    /// <summary>Number of the argument at fault, from 1.</summary>
    public int Index { get; init; }

    /// <summary>A word the message needs: an expected token, a type, or the text given to <c>$error</c>.</summary>
    public string? Detail { get; init; }

    public override string Message => ErrorMessages.Describe(this);
}
