namespace Aot.Local.Lambda;

/// <summary>The three ways a caller may name a function.</summary>
/// <remarks>Source: Invoke API reference, FunctionName.</remarks>
internal static class FunctionName
{
    /// <summary><c>name</c>, <c>name:$LATEST</c>, <c>account:function:name</c> or a whole ARN with or without a qualifier → <c>name</c>.</summary>
    public static string Of(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        var function = Array.IndexOf(parts, "function");
        var name = function >= 0 && function + 1 < parts.Length ? parts[function + 1] : parts[0];
        return name;
    }
}
