using Aot.Authoring;

namespace Aot.StateMachines.GitLabRunner;

/// <summary>What the runners stand on; the logical ids are those of <c>template.yaml</c>.</summary>
public static class Resources
{
    /// <summary>Image, size and user data of a runner's instance.</summary>
    public static readonly LaunchTemplate Runner = new("RunnerLaunchTemplate");
}
