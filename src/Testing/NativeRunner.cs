namespace Aot.Testing;

/// <summary>Runs a workflow as the C# it is.</summary>
internal sealed class NativeRunner(Type workflow, Dependencies dependencies)
{
    public WorkflowRun Run(object? input)
    {
        var method = WorkflowTest.RunAsync(workflow);
        try
        {
            var instance = Activator.CreateInstance(workflow, [.. dependencies.Types.Select(dependencies.Observed)])!;
            object?[] arguments = [.. method.GetParameters().Select(p => WireJson.Read(WireJson.Write(input, p.ParameterType).ToJsonText(), p.ParameterType))];
            var running = (Task)Dependencies.Invoke(method, instance, arguments)!;
            while (!running.IsCompleted && dependencies.Time.MoveToNextTimer())
            {
            }

            var output = TaskMethods.ResultAsync(method, running).GetAwaiter().GetResult();
            return new WorkflowRun(output.ToJsonText(), null, null, dependencies.Calls);
        }
        catch (Exception exception)
        {
            return new WorkflowRun(null, TaskMethods.ErrorName(exception), exception.Message, dependencies.Calls);
        }
    }
}
