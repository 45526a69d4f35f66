using System.Runtime.InteropServices;
using System.Text;
using Aot.Local.Json;
using Aot.Local.Lambda;

namespace Aot.Local.Tests.Lambda;

/// <summary>Functions whose bootstrap is this test project's own executable.</summary>
internal static class TestFunction
{
    public static FunctionDefinition Of(string handler, TimeSpan? timeout = null, int? reservedConcurrency = null) => new(
        handler + "Function",
        handler,
        $"arn:aws:lambda:us-east-1:000000000000:function:{handler}",
        handler,
        Path.Combine(AppContext.BaseDirectory, "Aot.Local.Tests"),
        timeout ?? TimeSpan.FromSeconds(30),
        128,
        // An executable that is not AOT-compiled has to find the runtime without the machine's variables.
        new Dictionary<string, string> { ["GREETING"] = "hello", ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")) },
        reservedConcurrency);

    public static SandboxHost Host(TimeProvider? time = null) => new("http://127.0.0.1:4566", "us-east-1", time ?? TimeProvider.System, (_, _) => { });

    public static Invocation Event(string json) => Invocation.Of(Encoding.UTF8.GetBytes(json), TimeProvider.System);

    public static Value Json(this InvocationResult result) => Value.Parse(result.Payload);
}
