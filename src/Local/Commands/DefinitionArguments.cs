using System.CommandLine;
using Aot.Local.Asl.Model;

namespace Aot.Local.Commands;

/// <summary>What the commands over one definition have in common.</summary>
internal static class DefinitionArguments
{
    public static Argument<string> File() => new("file") { Description = "The definition in Amazon States Language; - reads standard input." };

    public static Option<WorkflowType> Type() => new("--type") { Description = "The machine's type, standard or express: they allow different things.", DefaultValueFactory = _ => WorkflowType.Standard };
}
