using Aot.Local.Lambda;

namespace Aot.Local.Tests.Lambda;

public sealed class BootstrapPublisherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_finished_bootstrap_is_taken_as_it_is()
    {
        var finished = Write("bootstrap", "#!/bin/sh");

        Assert.Equal(finished, await Publisher().EnsureAsync(_folder, CancellationToken.None));
    }

    [Fact]
    public async Task An_up_to_date_bootstrap_is_not_published_again()
    {
        Write("src/Bootstrap/Bootstrap.csproj", "<Project/>");
        var published = Write("artifacts/bootstrap/bootstrap", "binary");

        Assert.Equal(published, await Publisher().EnsureAsync(_folder, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_with_nothing_to_publish_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<PublishException>(() => Publisher().EnsureAsync(_folder, CancellationToken.None));

        Assert.Contains(_folder, refusal.Message);
    }

    [Fact]
    public void The_sources_are_those_of_the_project_and_all_it_references_and_the_settings_above()
    {
        Write("Directory.Build.props", "<Project/>");
        Write("a/a.csproj", """<Project><ItemGroup><ProjectReference Include="..\b\b.csproj"/></ItemGroup></Project>""");
        Write("a/A.cs", "");
        Write("a/obj/Generated.cs", "");
        Write("b/b.csproj", "<Project/>");
        Write("b/Deep/B.cs", "");
        Write("c/C.cs", "");

        var sources = BootstrapPublisher.Sources(Path.Combine(_folder, "a/a.csproj"))
            .Where(file => file.StartsWith(_folder, StringComparison.Ordinal)).Select(file => Path.GetRelativePath(_folder, file)).Order(StringComparer.Ordinal);

        Assert.Equal(["Directory.Build.props", "a/A.cs", "a/a.csproj", "b/Deep/B.cs", "b/b.csproj"], sources);
    }

    private static BootstrapPublisher Publisher() => new(TimeProvider.System, _ => { });

    private string Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }
}
