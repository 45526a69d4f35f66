using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Aot.ColdStart;

/// <summary>The executables that are measured, and their events.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, string> Projects = new()
    {
        ["Echo"] = "benchmarks/Functions/Echo/Echo.csproj",
        ["Order"] = "benchmarks/Functions/Order/Order.csproj",
        ["Bootstrap"] = "src/Bootstrap/Bootstrap.csproj",
    };

    public static string Root { get; } = typeof(Functions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> Names => Projects.Keys;

    public static string Floor { get; } = Path.Combine(Root, "artifacts", "benchmarks", "floor");

    /// <summary>Whether the C floor's source and a compiler for it are here; without it the report has no ratios.</summary>
    public static bool HasFloor { get; private set; }

    public static byte[] OrderEvent { get; } = File.ReadAllBytes(Path.Combine(Root, "benchmarks", "Functions", "Order", "event.json"));

    public static byte[] JobEvent { get; } = Encoding.UTF8.GetBytes("""{"id":"m-1","body":"{\"lines\":[{\"quantity\":2,\"unitPriceCents\":150}]}"}""");

    public static string Executable(string name) => Path.Combine(Root, "artifacts", "benchmarks", name, "bootstrap");

    public static async Task PrepareAsync()
    {
        foreach (var (name, project) in Projects)
        {
            if (await RunAsync("dotnet", "publish", Path.Combine(Root, project), "-c", "Release", "-o", Path.GetDirectoryName(Executable(name))!, "--nologo", "-v", "quiet") != 0)
                throw new InvalidOperationException($"{project} could not be published.");
        }

        var source = Path.Combine(Root, "..", "shared", "tools", "runtime-bench", "floor", "floor.c");
        var hasCompiler = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "gcc")));
        HasFloor = hasCompiler && File.Exists(source) && await RunAsync("gcc", "-O2", "-w", "-static", "-o", Floor, source) == 0;
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
