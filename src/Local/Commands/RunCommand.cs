using System.CommandLine;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Asl.Running;
using Aot.Local.Json;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Commands;

/// <summary>Runs one execution of a definition with mocked tasks and a clock that jumps from wait to wait.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var file = DefinitionArguments.File();
        var type = DefinitionArguments.Type();
        var input = new Option<string>("--input") { Description = "The execution's input: JSON, or @file. {} by default.", HelpName = "json", DefaultValueFactory = _ => "{}" };
        var mock = new Option<string?>("--mock") { Description = "What the tasks answer; see the example.", HelpName = "file" };
        var history = new Option<bool>("--history") { Description = "Print every event of the execution, one line of JSON each, before the output." };
        var command = new Command("run", "Run a Step Functions definition once and print its output.") { file, input, mock, history, type };
        command.SetAction(async (line, stop) =>
        {
            var definition = DefinitionReader.Read(await InputFile.ReadAsync(line.GetRequiredValue(file), stop), line.GetValue(type));
            if (!definition.IsValid)
            {
                foreach (var finding in definition.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
                    await line.InvocationConfiguration.Error.WriteLineAsync($"{line.GetRequiredValue(file)}: error {finding}");
                return ExitCodes.WrongInput;
            }
            var given = line.GetRequiredValue(input);
            var json = given is ['@', .. var path] ? await InputFile.ReadJsonAsync(path, stop) : InputFile.Json(given, "--input");
            var mocks = new MockedTasks(line.GetValue(mock) is { } mockFile ? await InputFile.ReadJsonAsync(mockFile, stop) : new ObjectValue());
            return Run(definition, line.GetValue(type), json, mocks, line.GetValue(history), line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        });
        return command;
    }

    public static int Run(
        StateMachineDefinition definition, WorkflowType type, Value input, MockedTasks mocks, bool showsHistory, TextWriter output, TextWriter error)
    {
        const string Account = "000000000000", Region = "us-east-1";
        var time = new VirtualTime();
        using var engine = new Engine(mocks, time, new Random(1), dispatch: drain => drain());
        var identity = new ExecutionIdentity(
            $"arn:aws:states:{Region}:{Account}:execution:Machine:run", "run", $"arn:aws:states:{Region}:{Account}:stateMachine:Machine", "Machine",
            $"arn:aws:iam::{Account}:role/Machine", type);
        var execution = engine.Start(identity, definition, input);
        while (execution.Status == ExecutionStatus.Running && time.MoveToNextTimer())
        {
        }
        if (showsHistory)
        {
            var writer = new HistoryWriter(Region, includesData: true);
            foreach (var happened in execution.History.Events) output.WriteLine(writer.Write(happened).ToJson());
        }
        if (execution.Status == ExecutionStatus.Succeeded)
        {
            output.WriteLine(execution.Output!.ToIndentedJson());
            return ExitCodes.Done;
        }
        error.WriteLine(execution.Status == ExecutionStatus.Running
            ? "The execution waits for a task token, which nobody will send here."
            : $"{execution.Status}: {execution.Error ?? "no error name"}{(execution.Cause is null ? "" : $": {execution.Cause}")}");
        return ExitCodes.Wrong;
    }
}
