namespace Aot.Local.Lambda;

/// <summary>The ways a caller may name a function.</summary>
/// <remarks>Source: Invoke API reference, FunctionName.</remarks>
internal static class FunctionName
{
    private const string Latest = "$LATEST";

    /// <summary><c>name</c>, <c>name:$LATEST</c>, <c>account:function:name</c> or a whole ARN with or without a qualifier → <c>name</c>.</summary>
    public static string Of(string nameOrArn) => Split(nameOrArn).Name;

    /// <summary>False where a version or alias is asked for: a stack that is not deployed has published none.</summary>
    public static bool IsLatest(string nameOrArn) => Split(nameOrArn).Qualifier is null or Latest;

    private static (string Name, string? Qualifier) Split(string nameOrArn)
    {
        var parts = nameOrArn.Split(':');
        var name = Array.IndexOf(parts, "function") + 1; // 0 where the name stands alone
        return name < parts.Length ? (parts[name], name + 1 < parts.Length ? parts[name + 1] : null) : (parts[0], null);
    }
}
