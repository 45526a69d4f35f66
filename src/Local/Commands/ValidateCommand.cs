using System.CommandLine;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;

namespace Aot.Local.Commands;

/// <summary>Checks a definition as Step Functions would, and says all that is wrong with it.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var file = DefinitionArguments.File();
        var type = DefinitionArguments.Type();
        var command = new Command("validate", "Check a Step Functions definition and say all that is wrong with it.") { file, type };
        command.SetAction(async (line, stop) =>
        {
            var text = await InputFile.ReadAsync(line.GetRequiredValue(file), stop);
            return Run(text, line.GetRequiredValue(file), line.GetValue(type), line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        });
        return command;
    }

    /// <summary>One line for each finding on standard error: <c>file: error CODE: message at /States/A/Next</c>.</summary>
    public static int Run(string definition, string file, WorkflowType type, TextWriter output, TextWriter error)
    {
        var read = DefinitionReader.Read(definition, type);
        foreach (var finding in read.Diagnostics)
            error.WriteLine($"{file}: {(finding.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {finding}{(finding.Hint is null ? "" : $" ({finding.Hint})")}");
        if (!read.IsValid) return ExitCodes.Wrong;
        output.WriteLine($"{file} is valid.");
        return ExitCodes.Done;
    }
}
