namespace Aot.Synth.Tests;

public sealed class SynthCommandTests : IDisposable
{
    private readonly SynthFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_machine_gets_its_definition_beside_the_workflow()
    {
        var (exitCode, output) = _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender")).Run();

        Assert.True(exitCode == 0, output);
        Assert.Equal(SynthFixture.Definition + "\n", _fixture.Read("src/Flows/Poller/Sender.asl.json"));
    }

    [Fact]
    public void The_template_points_at_the_definition_from_its_own_folder()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender"), SynthFixture.Function("WorkFunction")).Run();

        var template = _fixture.Read("template.yaml");
        Assert.Contains("      DefinitionUri: src/Flows/Poller/Sender.asl.json\n", template, StringComparison.Ordinal);
        Assert.Contains("      CodeUri: .\n", template, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fragment_holds_its_system_with_paths_from_its_own_folder_and_names_what_it_expects()
    {
        _fixture.WithTemplate()
            .WithCatalog(SynthFixture.Machine("Sender"), SynthFixture.Function("WorkFunction"), SynthFixture.Function("OtherFunction", "Elsewhere"))
            .Run();

        var fragment = _fixture.Read("src/Flows/Poller/Poller.sam.yaml");
        Assert.Contains("#   JobQueue\n", fragment, StringComparison.Ordinal);
        Assert.Contains("      DefinitionUri: Sender.asl.json\n", fragment, StringComparison.Ordinal);
        Assert.Contains("      CodeUri: ../../..\n", fragment, StringComparison.Ordinal);
        Assert.DoesNotContain("OtherFunction", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_writes_nothing()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender")).Run();
        var before = _fixture.Snapshot();

        var (exitCode, output) = _fixture.Run();

        Assert.Equal((0, ""), (exitCode, output));
        Assert.Equal(before, _fixture.Snapshot());
    }

    [Fact]
    public void A_check_names_every_differing_file_and_writes_none()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender"));
        var before = _fixture.Snapshot();

        var (exitCode, output) = _fixture.Run("--check");

        Assert.Equal(1, exitCode);
        Assert.Equal(before, _fixture.Snapshot());
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Sender.asl.json", "Poller.sam.yaml", "template.yaml"], lines.Select(line => Path.GetFileName(line[..line.IndexOf(" : error", StringComparison.Ordinal)])));
        Assert.All(lines, line => Assert.Contains("Run: dotnet build ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_check_of_what_was_just_written_passes()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender")).Run();

        Assert.Equal((0, ""), _fixture.Run("--check"));
    }

    [Fact]
    public void A_machine_that_is_gone_takes_its_resources_its_definition_and_its_fragment_along()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender"), SynthFixture.Machine("Other", "Beside")).Run();

        _fixture.WithCatalog(SynthFixture.Machine("Other", "Beside")).Run();

        Assert.False(_fixture.Exists("src/Flows/Poller/Sender.asl.json"));
        Assert.False(_fixture.Exists("src/Flows/Poller/Poller.sam.yaml"));
        Assert.DoesNotContain("Sender", _fixture.Read("template.yaml"), StringComparison.Ordinal);
        Assert.True(_fixture.Exists("src/Flows/Beside/Other.asl.json"));
    }

    [Fact]
    public void A_fragment_stays_while_its_folder_has_a_machine()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender"), SynthFixture.Machine("Other")).Run();

        _fixture.WithCatalog(SynthFixture.Machine("Other")).Run();

        Assert.DoesNotContain("Sender", _fixture.Read("src/Flows/Poller/Poller.sam.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_machine_leaves_the_template_as_it_was_before_the_first()
    {
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender")).Run();

        _fixture.WithCatalog().Run();

        Assert.Equal(SynthFixture.Template, _fixture.Read("template.yaml"));
    }

    [Fact]
    public void A_resource_of_the_author_with_the_same_logical_id_stops_everything()
    {
        _fixture.WithTemplate(SynthFixture.Template.Replace("JobQueue:  ", "Sender: {}\n  JobQueue:  ", StringComparison.Ordinal)).WithCatalog(SynthFixture.Machine("Sender"));
        var before = _fixture.Snapshot();

        var (exitCode, output) = _fixture.Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("template.yaml(4): error WF7003: ", output, StringComparison.Ordinal);
        Assert.Contains("\"Sender\"", output, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Snapshot());
    }

    [Fact]
    public void A_missing_queue_is_reported_with_machine_placeholder_and_remedy_and_nothing_is_written()
    {
        _fixture.WithTemplate(SynthFixture.Template.Replace("JobQueue", "AnotherQueue", StringComparison.Ordinal)).WithCatalog(SynthFixture.Machine("Sender"));
        var before = _fixture.Snapshot();

        var (exitCode, output) = _fixture.Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("error WF7001: The placeholder ${JobQueue} of Sender stands for !Ref JobQueue", output, StringComparison.Ordinal);
        Assert.Contains("Add \"JobQueue\" under Resources", output, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Snapshot());
    }

    [Fact]
    public void Two_sources_of_one_logical_id_are_both_named()
    {
        var (exitCode, output) = _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Twin"), SynthFixture.Function("Twin")).Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("WF7006: Flows.Twin and Handlers.Twin both become the resource \"Twin\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsound_definition_is_never_written()
    {
        var broken = SynthFixture.Definition.Replace("\"StartAt\": \"send\"", "\"StartAt\": \"sent\"", StringComparison.Ordinal);
        var (exitCode, output) = _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender", definition: broken)).Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("WF9001", output, StringComparison.Ordinal);
        Assert.Equal(["template.yaml"], _fixture.Snapshot().Keys);
    }

    [Fact]
    public void An_absent_template_is_one_sentence()
    {
        var (exitCode, output) = _fixture.WithCatalog(SynthFixture.Machine("Sender")).Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("WF7005: The template cannot be read", output, StringComparison.Ordinal);
        Assert.Empty(_fixture.Snapshot());
    }

    [Fact]
    public void An_absent_assembly_is_one_sentence()
    {
        var (exitCode, output) = _fixture.WithTemplate().Run();

        Assert.Equal(1, exitCode);
        Assert.Contains("WF7005: The compiled workflows cannot be read", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_option_gets_the_usage()
    {
        var (exitCode, output) = _fixture.Run("--frobnicate");

        Assert.Equal(2, exitCode);
        Assert.Contains("\"--frobnicate\"", output, StringComparison.Ordinal);
        Assert.Contains("usage: synth", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stamp_lists_the_files_the_run_stands_for()
    {
        var stamp = Path.Combine(_fixture.Root, "obj", "synth.stamp");
        _fixture.WithTemplate().WithCatalog(SynthFixture.Machine("Sender")).Run("--stamp", stamp);

        Assert.Equal(["Sender.asl.json", "Poller.sam.yaml", "template.yaml"], File.ReadAllLines(stamp).Select(Path.GetFileName));
    }
}
