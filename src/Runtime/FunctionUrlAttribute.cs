namespace Aot.Runtime;

/// <summary>Gives the function a URL of its own; the payload is <see cref="Events.HttpApiRequest"/>.</summary>
/// <remarks>Callers sign their requests unless <see cref="IsPublic"/> says otherwise. Source: template property <c>FunctionUrlConfig</c>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionUrlAttribute : Attribute
{
    /// <summary>Whether anybody may call it, unsigned.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Whether responses are streamed to the caller instead of buffered.</summary>
    public bool IsStreaming { get; set; }
}
