using Aot.Generators.CSharp;

namespace Aot.Generators.Tests.CSharp;

public sealed class SourceFolderTests
{
    [Theory]
    [InlineData("/r/src/Flows/Poller/Worker.cs", "/r/src/Flows/", "Poller")]
    [InlineData("/r/src/Flows/Iot/Alarm/Worker.cs", "/r/src/Flows", "Iot/Alarm")]
    [InlineData("/r/src/Flows/Worker.cs", "/r/src/Flows/", "")]
    [InlineData("/r/src/Flows2/Poller/Worker.cs", "/r/src/Flows", "")]
    [InlineData("C:\\r\\Flows\\Poller\\Worker.cs", "C:\\r\\Flows\\", "Poller")]
    [InlineData("Poller/Worker.cs", null, "")]
    public void Only_the_part_below_the_project_is_kept(string file, string? project, string folder)
    {
        Assert.Equal(folder, SourceFolder.Of(file, project));
    }
}
