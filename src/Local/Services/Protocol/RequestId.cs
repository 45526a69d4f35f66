namespace Aot.Local.Services.Protocol;

/// <summary>The id each response carries and each error report quotes.</summary>
internal static class RequestId
{
    public static string New() => Guid.NewGuid().ToString();
}
