using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Running;

public sealed class MapRunTests
{
    private const string Echo = """{"E": {"Type": "Pass", "End": true}}""";

    private const string FailEven = """
        {"C": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input % 2 = 0 %}", "Next": "F"}], "Default": "P"},
         "P": {"Type": "Pass", "Output": "{% $states.input * 10 %}", "End": true}, "F": {"Type": "Fail", "Error": "Even", "Cause": "no"} }
        """;

    [Fact]
    public void Every_item_is_an_execution_of_its_own()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition(Echo, """
            "Items": ["a", "b"], "Label": "L", "ItemSelector": {"item": "{% $states.context.Map.Item %}"}
            """, "{\"own\": \"{% $states.context.Execution.Id %}\", \"machine\": \"{% $states.context.StateMachine.Id %}\", \"item\": \"{% $states.input.item %}\"}"));

        var results = (ArrayValue)execution.Output!;
        var first = (ObjectValue)results[0];
        Assert.Equal("""{"Index":0,"Value":"a","Source":"STATE_DATA"}""", first["item"]!.ToJson());
        Assert.Matches("^arn:aws:states:us-east-1:000000000000:execution:M/L:[0-9a-f-]{36}$", ((StringValue)first["own"]!).Text);
        Assert.Equal("\"arn:aws:states:us-east-1:000000000000:stateMachine:M/L\"", first["machine"]!.ToJson());
        Assert.NotEqual(first["own"], ((ObjectValue)results[1])["own"]);
        Assert.Equal(
            ["ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"],
            execution.History.Events.Select(happened => happened.Type));
    }

    [Fact]
    public void The_members_of_an_object_are_items()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition(Echo, """ "Items": {"x": 1, "y": [2]} """));

        Assert.Equal("""[{"Key":"x","Value":1},{"Key":"y","Value":[2]}]""", execution.Output?.ToJson());
    }

    [Fact]
    public void Outer_variables_do_not_reach_the_executions()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "V", "States": {
              "V": {"Type": "Pass", "Assign": {"v": 1}, "Next": "Map"},
              "Map": {"Type": "Map", "Items": [1], "End": true, "ItemSelector": "{% $v %}",
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P",
                  "States": {"P": {"Type": "Pass", "Output": ["{% $states.input %}", "{% $exists($v) %}"], "End": true}}}}}}
            """);

        Assert.Equal("[[1,false]]", execution.Output?.ToJson());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(""", "ToleratedFailureCount": 1""", false)]
    [InlineData(""", "ToleratedFailureCount": 2""", true)]
    [InlineData(""", "ToleratedFailurePercentage": 39.9""", false)]
    [InlineData(""", "ToleratedFailurePercentage": 40""", true)]
    [InlineData(""", "ToleratedFailureCount": 2, "ToleratedFailurePercentage": 10""", false)]
    [InlineData(""", "ToleratedFailureCount": "{% 1 + 1 %}" """, true)]
    public void Failures_are_borne_up_to_the_threshold(string fields, bool isBorne)
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition(FailEven, $""" "Items": [1, 2, 3, 4, 5]{fields}"""));

        Assert.Equal(isBorne ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, execution.Status);
        if (!isBorne)
        {
            Assert.Equal(("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded"), (execution.Error, execution.Cause));
            Assert.Equal(["MapRunFailed", "MapStateFailed", "ExecutionFailed"], execution.History.Events.TakeLast(3).Select(happened => happened.Type));
            return;
        }
        var results = (ArrayValue)execution.Output!;
        Assert.Equal((5, "10", "30"), (results.Count, results[0].ToJson(), results[2].ToJson()));
        Assert.Equal("FAILED Even no", $"{Member(results[1], "Status")} {Member(results[1], "Error")} {Member(results[1], "Cause")}");
    }

    [Fact]
    public void An_exceeded_threshold_is_caught_and_ends_the_other_executions()
    {
        using var machine = new Machine();

        var execution = machine.Run("""
            {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {
              "Map": {"Type": "Map", "Items": [1, 3600], "End": true,
                "Catch": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "Output": "{% $states.errorOutput.Error %}", "Next": "Caught"}],
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "W",
                  "States": {"W": {"Type": "Wait", "Seconds": "{% $states.input %}", "Next": "F"}, "F": {"Type": "Fail", "Error": "X"} } } },
              "Caught": {"Type": "Pass", "End": true} } }
            """);

        Assert.Equal("\"States.ExceedToleratedFailureThreshold\"", execution.Output?.ToJson());
        Assert.Equal(TimeSpan.FromSeconds(1), execution.StopTime - execution.StartTime);
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 30)]
    [InlineData(0, 30)]
    public void No_more_executions_than_allowed_run_at_a_time(int maxConcurrency, int seconds)
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition("""{"W": {"Type": "Wait", "Seconds": "{% $states.input %}", "End": true} }""", $""" "Items": [10, 30, 20], "MaxConcurrency": {maxConcurrency}"""));

        Assert.Equal(TimeSpan.FromSeconds(seconds), execution.StopTime - execution.StartTime);
    }

    [Theory]
    [InlineData("""{"MaxItemsPerBatch": 2}""", """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData("""{"MaxItemsPerBatch": 3, "BatchInput": {"k": "{% $states.context.State.Name %}"}}""", """[{"BatchInput":{"k":"Map"},"Items":[1,2,3]},{"BatchInput":{"k":"Map"},"Items":[4,5]}]""")]
    [InlineData("""{"MaxInputBytesPerBatch": 15}""", """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData("""{"MaxInputBytesPerBatch": 1}""", """[{"Items":[1]},{"Items":[2]},{"Items":[3]},{"Items":[4]},{"Items":[5]}]""")]
    public void A_batch_is_as_large_as_it_may_be(string batcher, string expected)
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition(Echo, $""" "Items": [1, 2, 3, 4, 5], "ItemBatcher": {batcher}"""));

        Assert.Equal(expected, execution.Output?.ToJson());
    }

    [Fact]
    public void A_failed_batch_counts_with_all_its_items()
    {
        using var machine = new Machine();
        const string Failing = """
            {"C": {"Type": "Choice", "Choices": [{"Condition": "{% 1 in $states.input.Items %}", "Next": "F"}], "Default": "P"},
             "P": {"Type": "Pass", "End": true}, "F": {"Type": "Fail", "Error": "X"} }
            """;

        var failed = machine.Run(Definition(Failing, """ "Items": [1, 2, 3], "ItemBatcher": {"MaxItemsPerBatch": 2}, "ToleratedFailureCount": 1"""));
        var borne = machine.Run(Definition(Failing, """ "Items": [1, 2, 3], "ItemBatcher": {"MaxItemsPerBatch": 2}, "ToleratedFailureCount": 2"""));

        Assert.Equal((ExecutionStatus.Failed, ExecutionStatus.Succeeded), (failed.Status, borne.Status));
    }

    [Fact]
    public void Results_and_failures_are_written_as_files_with_a_manifest()
    {
        var objects = new Objects("b");
        using var machine = new Machine((_, _) => throw new TaskFailedException("NotScripted", null), objects: objects);

        var execution = machine.Run(Definition(FailEven, """
            "Items": [1, 2, 3], "Label": "L", "ToleratedFailureCount": 1, "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Arguments": {"Bucket": "b", "Prefix": "out"}}
            """));

        var output = (ObjectValue)execution.Output!;
        var run = Member(output, "MapRunArn");
        var folder = $"out/{run[(run.LastIndexOf(':') + 1)..]}";
        Assert.Equal($$"""{"Bucket":"b","Key":"{{folder}}/manifest.json"}""", output["ResultWriterDetails"]!.ToJson());
        var manifest = (ObjectValue)Value.Parse(objects.Text(folder + "/manifest.json"));
        var succeeded = (ArrayValue)Value.Parse(objects.Text(folder + "/SUCCEEDED_0.json"));
        Assert.Equal(("b", run), (Member(manifest, "DestinationBucket"), Member(manifest, "MapRunArn")));
        Assert.Equal(
            $$"""{"FAILED":[{"Key":"{{folder}}/FAILED_0.json","Size":{{objects.Contents[folder + "/FAILED_0.json"].Length}}}],"PENDING":[],"SUCCEEDED":[{"Key":"{{folder}}/SUCCEEDED_0.json","Size":{{objects.Contents[folder + "/SUCCEEDED_0.json"].Length}}}]}""",
            manifest["ResultFiles"]!.ToJson());
        Assert.Equal(("10", "1", "SUCCEEDED", 2), (Member(succeeded[0], "Output"), Member(succeeded[0], "Input"), Member(succeeded[0], "Status"), succeeded.Count));
        Assert.Equal("Even", Member(((ArrayValue)Value.Parse(objects.Text(folder + "/FAILED_0.json")))[0], "Error"));
    }

    [Theory]
    [InlineData("COMPACT", "JSON", "[[1],[2,3]]")]
    [InlineData("FLATTEN", "JSON", "[1,2,3]")]
    [InlineData("FLATTEN", "JSONL", "1\n2\n3\n")]
    public void Results_are_transformed_in_files_and_in_the_output_alike(string transformation, string type, string expected)
    {
        var objects = new Objects("b");
        using var machine = new Machine((_, _) => throw new TaskFailedException("NotScripted", null), objects: objects);
        var config = $$""" "WriterConfig": {"Transformation": "{{transformation}}", "OutputType": "{{type}}"} """;

        var execution = machine.Run(Definition(Echo, $$""" "Items": [[1], [2, 3]], "ResultWriter": { {{config}} } """));
        machine.Run(Definition(Echo, $$""" "Items": [[1], [2, 3]], "ResultWriter": { {{config}}, "Resource": "arn:aws:states:::s3:putObject", "Arguments": {"Bucket": "b", "Prefix": ""} } """));

        Assert.Equal(expected, execution.Output is StringValue lines ? lines.Text : execution.Output?.ToJson());
        Assert.Equal(expected, objects.Text(objects.Contents.Keys.Single(key => key.Contains("SUCCEEDED_0", StringComparison.Ordinal))));
    }

    [Fact]
    public void Results_that_cannot_be_written_fail_the_state()
    {
        using var machine = new Machine((_, _) => throw new TaskFailedException("NotScripted", null), objects: new Objects("b"));

        var execution = machine.Run(Definition(Echo, """
            "Items": [1], "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Arguments": {"Bucket": "other", "Prefix": "p"} }
            """));

        Assert.Equal("States.ResultWriterFailed", execution.Error);
        Assert.StartsWith("The specified bucket does not exist", execution.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_over_the_limit_fails_the_run()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition("""{"P": {"Type": "Pass", "Output": "{% $pad('', 200000, 'x') %}", "End": true} }""", """ "Items": [1, 2]"""));

        Assert.Equal("States.DataLimitExceeded", execution.Error);
    }

    [Fact]
    public void Stopping_the_machine_ends_its_executions()
    {
        using var machine = new Machine();
        var execution = machine.Start(Definition("""{"W": {"Type": "Wait", "Seconds": 60, "Next": "T"}, "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {}, "End": true} }""", """ "Items": [1, 2]"""));

        machine.Engine.Stop(execution, null, null);
        machine.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ExecutionStatus.Aborted, execution.Status);
        Assert.Empty(machine.Calls);
    }

    [Fact]
    public void A_retried_state_is_a_new_run()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition("""{"F": {"Type": "Fail", "Error": "X"} }""", """ "Items": [1], "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}]"""));

        var runs = execution.History.Events.Where(happened => happened.Type == "MapRunStarted").Select(happened => ((MapRunDetails)happened.Details!).Arn).ToList();
        Assert.Equal(2, runs.Distinct().Count());
    }

    [Fact]
    public void A_hundred_thousand_items_pass_through_one_state()
    {
        using var machine = new Machine();

        var execution = machine.Run(Definition("""{"P": {"Type": "Pass", "Output": 1, "End": true} }""", """ "Items": "{% [1..100000] %}" """));

        Assert.Equal(100_000, ((ArrayValue)execution.Output!).Count);
    }

    [Theory]
    [InlineData(""" "ProcessorConfig": {"Mode": "DISTRIBUTED"} """, "STANDARD", "These fields are required: [ExecutionType]")]
    [InlineData(""" "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"} """, "EXPRESS", "Express state machine does not support Map state with 'DISTRIBUTED' mode")]
    [InlineData(""" "ProcessorConfig": {"Mode": "SPREAD"} """, "STANDARD", "'Mode' is \"INLINE\" or \"DISTRIBUTED\"")]
    public void A_wrong_mode_is_refused(string config, string type, string message)
    {
        var definition = Aot.Local.Asl.Reading.DefinitionReader.Read(
            $$"""{"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {"Type": "Map", "End": true, "ItemProcessor": { {{config}}, "StartAt": "E", "States": {{Echo}} } } } }""",
            type == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard);

        Assert.Contains(message, definition.RefusalMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {"Bucket": "b", "Key": "k"}, "ReaderConfig": {} }""", "[InputType]")]
    [InlineData(""" "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {"Key": "k"}, "ReaderConfig": {"InputType": "JSON"} }""", "[Bucket]")]
    [InlineData(""" "ItemReader": {"Resource": "arn:aws:states:::s3:headObject", "Arguments": {"Bucket": "b"} }""", "s3:listObjectsV2")]
    [InlineData(""" "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {"Bucket": "b"}, "ReaderConfig": {"InputType": "XML"} }""", "'InputType' is one of")]
    [InlineData(""" "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {"Bucket": "b"}, "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN"} }""", "[CSVHeaders]")]
    [InlineData(""" "ItemBatcher": {}""", "needs 'MaxItemsPerBatch'")]
    [InlineData(""" "ResultWriter": {}""", "A result writer has")]
    [InlineData(""" "Label": "a b" """, "'Label' must not contain")]
    public void A_wrong_field_is_refused(string fields, string message)
    {
        var definition = Aot.Local.Asl.Reading.DefinitionReader.Read(Definition(Echo, fields), WorkflowType.Standard);

        Assert.Contains(message, definition.RefusalMessage, StringComparison.Ordinal);
    }

    // A machine of one distributed Map; the first state of the processor is given first.
    private static string Definition(string states, string fields, string? output = null)
    {
        var first = ((ObjectValue)Value.Parse(states)).Names[0];
        if (output is not null) states = states.Replace("\"Type\": \"Pass\"", $"\"Type\": \"Pass\", \"Output\": {output}", StringComparison.Ordinal);
        return $$"""
            {"QueryLanguage": "JSONata", "StartAt": "Map", "States": {"Map": {"Type": "Map", "End": true, {{fields}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "{{first}}", "States": {{states}} } } } }
            """;
    }

    private static string Member(Value value, string name) => ((StringValue)((ObjectValue)value)[name]!).Text;
}
