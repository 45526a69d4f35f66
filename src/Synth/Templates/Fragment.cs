using System.Text;
using Aot.Synth.Catalog;

namespace Aot.Synth.Templates;

/// <summary>A template of one system alone, for those who put their templates together themselves.</summary>
internal static class Fragment
{
    private const string Head = "# Written by `dotnet build` from the workflows in this folder; changes here are overwritten.\n";

    public static bool IsGenerated(string path) => File.Exists(path) && File.ReadAllText(path).StartsWith(Head, StringComparison.Ordinal);

    /// <param name="expected">Logical ids that the resources refer to and that are not among them.</param>
    /// <param name="blocks">The system's generated resources.</param>
    public static string Write(IReadOnlyList<string> expected, IReadOnlyList<ResourceBlock> blocks)
    {
        var text = new StringBuilder(Head);
        if (expected.Count > 0)
        {
            text.Append("# The template it is copied into has to define:\n");
            foreach (var logicalId in expected)
                text.Append("#   ").Append(logicalId).Append('\n');
        }

        text.Append("Transform: AWS::Serverless-2016-10-31\nResources:\n");
        return TemplateSplicer.Splice(TemplateDocument.Parse("", text.ToString()), blocks);
    }
}
