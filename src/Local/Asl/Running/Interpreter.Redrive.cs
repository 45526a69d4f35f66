namespace Aot.Local.Asl.Running;

internal sealed partial class Interpreter
{
    /// <summary>Continues an execution that failed, was stopped or ran out of time where it stood; what had succeeded stays.</summary>
    /// <remarks>Step Functions developer guide, "Redriving executions": states are not entered again, the machine's timeout starts anew.</remarks>
    public void Redrive(Execution execution)
    {
        var now = time.GetUtcNow();
        execution.Redrive(now);
        var redriven = execution.History.Add("ExecutionRedriven", execution.History.LastId, new ExecutionRedrivenDetails(execution.RedriveCount));
        ArmTimeout(execution, now);
        Resume(execution.Root!, redriven);
    }

    private void Resume(Branch branch, long previousEventId)
    {
        branch.Resume(previousEventId);
        if (branch.Fork is not { } fork)
        {
            Ready(branch);
            return;
        }
        // When every branch had succeeded, the state failed on their results: then all of it runs again.
        if (Array.TrueForAll(fork.Results, result => result is not null))
        {
            branch.Fork = null;
            Ready(branch);
            return;
        }
        branch.Phase = BranchPhase.Waiting;
        Post(branch, ResumeFork);
    }

    // Only the branches and iterations that failed or were aborted.
    private void ResumeFork(Branch branch)
    {
        var fork = branch.Fork!;
        fork.Running = 0;
        for (var i = 0; i < fork.Children.Length; i++)
        {
            if (fork.Children[i] is not { } child || fork.Results[i] is not null) continue;
            fork.Running++;
            Resume(child, branch.PreviousEventId);
        }
        if (branch.State is Model.MapState map) StartIterations(fork, map);
    }
}
