using System.Reflection;
using Aot.Local.Drawing;

namespace Aot.Local.Tests.Drawing;

/// <summary>The pictures in <c>docs/workflows</c> are those of the definitions; <c>UPDATE_CASES=1</c> draws them anew.</summary>
public sealed class ShippedPictureTests
{
    private static readonly string _root = typeof(ShippedPictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Definitions =>
        [.. Directory.EnumerateFiles(Path.Combine(_root, "src/StateMachines"), "*.asl.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_root, file)).Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void The_picture_is_current(string definition)
    {
        var name = Path.GetFileName(definition).Replace(".asl.json", "", StringComparison.Ordinal);
        var picture = Path.Combine(_root, "docs/workflows", name + ".svg");
        var drawn = SvgWriter.Write(Placing.Place(GraphReader.Read(File.ReadAllText(Path.Combine(_root, definition)))), name);

        if (Environment.GetEnvironmentVariable("UPDATE_CASES") == "1") File.WriteAllText(picture, drawn);

        Assert.Equal(drawn, File.ReadAllText(picture));
        Assert.Contains($"({name}.svg)", File.ReadAllText(Path.Combine(_root, "docs/workflows/README.md")), StringComparison.Ordinal);
    }
}
