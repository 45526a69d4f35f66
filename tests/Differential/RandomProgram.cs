namespace Aot.Differential.Tests;

/// <summary>A workflow and the inputs it is run with.</summary>
/// <param name="Seed">What makes it again.</param>
/// <param name="Members">The members of the workflow class.</param>
/// <param name="Inputs">JSON.</param>
internal sealed record RandomProgram(string Seed, Code Members, IReadOnlyList<string> Inputs)
{
    /// <summary>The source, as a file of its own.</summary>
    /// <param name="space">Namespace, where many programs share an assembly.</param>
    public string Source(string? space = null) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Aot.Authoring;
        using Aot.Runtime;
        using RandomWorld;
        {{(space is null ? "" : $"\nnamespace {space};\n")}}
        [StateMachine]
        public sealed partial class Workflow(Desk desk, IStore store, TimeProvider time, Flow wf)
        {
        {{Members}}
        }
        """;
}
