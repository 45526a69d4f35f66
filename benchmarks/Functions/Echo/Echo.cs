using Aot.Runtime;

namespace Aot.Echo;

/// <summary>Gives the event back as it came: what is left is the runtime's own cost.</summary>
public static class Echo
{
    /// <summary>Gives the event back.</summary>
    [LambdaFunction]
    public static ReadOnlyMemory<byte> Handle(ReadOnlyMemory<byte> json) => json;
}
