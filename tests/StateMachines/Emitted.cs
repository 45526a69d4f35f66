using System.Reflection;
using System.Text.RegularExpressions;
using Aot.Local.Asl.Running;
using Aot.Local.Json;
using Aot.Local.Tests.Asl;

namespace Aot.StateMachines.Tests;

/// <summary>The definitions that the build wrote beside the workflow classes.</summary>
internal static partial class Emitted
{
    private static readonly string Root = typeof(Emitted).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A definition with each <c>${Placeholder}</c> replaced by its name.</summary>
    /// <param name="path">Folder and class: <c>SqsPoller/SqsWorker</c>.</param>
    public static string Definition(string path)
        => Placeholder().Replace(File.ReadAllText(Path.Combine(Root, "src", "StateMachines", $"{path}.asl.json")), "${name}");

    /// <summary>Compares what an execution came to with the table of transitions in docs/transitions.md.</summary>
    public static void Succeeds(string output, int calls, int transitions, Execution execution, Machine machine)
    {
        Assert.Equal((ExecutionStatus.Succeeded, null, null), (execution.Status, execution.Error, execution.Cause));
        Assert.Equal(Value.Parse(output), execution.Output);
        Assert.Equal((calls, transitions), (machine.Calls.Count, execution.Transitions));
    }

    public static Value Json(string json) => Value.Parse(json);

    public static string Text(Value value, params string[] path) => ((StringValue)path.Aggregate(value, (at, name) => ((ObjectValue)at)[name]!)).Text;

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Placeholder();
}
