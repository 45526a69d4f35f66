using System.CommandLine;
using Aot.Local.Drawing;

namespace Aot.Local.Commands;

/// <summary>Draws a definition as SVG or Mermaid.</summary>
internal static class DrawCommand
{
    private enum Format
    {
        Svg,
        Mermaid,
    }

    public static Command Create()
    {
        var file = DefinitionArguments.File();
        var format = new Option<Format>("--format") { Description = "svg (the default) or mermaid." };
        var target = new Option<string?>("--output") { Description = "The file to write; standard output by default.", HelpName = "file" };
        var command = new Command("draw", "Draw a Step Functions definition.") { file, format, target };
        command.SetAction(async (line, stop) =>
        {
            var path = line.GetRequiredValue(file);
            var picture = Draw(await InputFile.ReadAsync(path, stop), path, line.GetValue(format));
            if (line.GetValue(target) is { } written) await WriteAsync(written, picture, stop);
            else await line.InvocationConfiguration.Output.WriteAsync(picture.AsMemory(), stop);
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Draw(string definition, string file, Format format)
    {
        try
        {
            var graph = GraphReader.Read(definition);
            return format == Format.Mermaid ? MermaidWriter.Write(graph) : SvgWriter.Write(Placing.Place(graph), file == "-" ? "State machine" : Path.GetFileName(file).Split('.')[0]);
        }
        catch (DrawingException e)
        {
            throw new UsageException($"{file}: {e.Message}");
        }
    }

    private static async Task WriteAsync(string file, string picture, CancellationToken stop)
    {
        try
        {
            await File.WriteAllTextAsync(file, picture, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {e.Message}");
        }
    }
}
