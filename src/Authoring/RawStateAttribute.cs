namespace Aot.Authoring;

/// <summary>Makes a method one state of Amazon States Language as written here, for what no other construct gives.</summary>
/// <param name="state">
/// The state's JSON in JSONata: a <c>Task</c>, <c>Pass</c> or <c>Wait</c> without <c>Next</c> and <c>End</c>, which the statements around the call decide.
/// <c>$states.input</c> is the method's argument (with several parameters an object with their names), <c>${Name}</c> and <c>${Name.Attribute}</c> stand for
/// resources of the template.
/// </param>
/// <remarks>
/// On a private method of the workflow, whose body is then what a unit test runs, or on an interface method, which a unit test fakes. The state is checked when the
/// workflow is compiled; its result is <c>Output</c>, or the task's own. <see cref="RetryAttribute"/>, <see cref="TaskTimeoutAttribute"/>,
/// <see cref="CredentialsAttribute"/> and <see cref="TaskPermissionAttribute"/> hold as for other tasks.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RawStateAttribute(string state) : Attribute
{
    /// <summary>The state's JSON.</summary>
    public string State { get; } = state;
}
