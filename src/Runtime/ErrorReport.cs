namespace Aot.Runtime;

/// <summary>An exception as the JSON Lambda and its callers read: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, <c>cause</c>.</summary>
/// <remarks>The simple type name is the contract: a workflow's catch clause matches it.</remarks>
internal static class ErrorReport
{
    private const int MaxCauses = 8;

    public static Utf8Buffer Append(Utf8Buffer target, string errorType, string errorMessage) => target
        .Append("{\"errorType\":"u8).AppendJsonString(errorType)
        .Append(",\"errorMessage\":"u8).AppendJsonString(errorMessage)
        .Append("}"u8);

    public static Utf8Buffer Append(Utf8Buffer target, Exception exception)
    {
        target.Append("{"u8);
        AppendMembers(target, exception);
        return target.Append("}"u8);
    }

    /// <summary>Appends the members without the braces, for an object that has others too.</summary>
    public static void AppendMembers(Utf8Buffer target, Exception exception) => AppendMembers(target, exception, MaxCauses);

    /// <summary>The exception type's name without namespace and without the count of type parameters.</summary>
    public static string TypeName(Exception exception)
    {
        var name = exception.GetType().Name;
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name[..tick];
    }

    private static void AppendMembers(Utf8Buffer target, Exception exception, int causesLeft)
    {
        target.Append("\"errorType\":"u8).AppendJsonString(TypeName(exception))
            .Append(",\"errorMessage\":"u8).AppendJsonString(exception.Message)
            .Append(",\"stackTrace\":["u8);
        AppendLines(target, exception.StackTrace);
        target.Append("]"u8);
        if (exception.InnerException is not { } cause || causesLeft == 0)
            return;
        target.Append(",\"cause\":{"u8);
        AppendMembers(target, cause, causesLeft - 1);
        target.Append("}"u8);
    }

    private static void AppendLines(Utf8Buffer target, string? trace)
    {
        if (string.IsNullOrEmpty(trace))
            return;
        var isFirst = true;
        foreach (var range in trace.AsSpan().Split('\n'))
        {
            if (!isFirst)
                target.Append(","u8);
            isFirst = false;
            target.AppendJsonString(trace[range].Trim());
        }
    }
}
