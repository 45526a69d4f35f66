using Aot.Local.Asl.Running;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The executions by ARN; of the finished ones the oldest go when there are too many.</summary>
internal sealed class ExecutionStore(int keptFinished)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Execution>> _byArn = new(StringComparer.Ordinal);
    private readonly LinkedList<Execution> _inOrder = new();

    public Execution? Find(string arn)
    {
        lock (_gate) return _byArn.GetValueOrDefault(arn)?.Value;
    }

    /// <summary>Returns the execution of that ARN, started by <paramref name="start"/> if there is none.</summary>
    public (Execution Execution, bool IsNew) GetOrStart(string arn, Func<Execution> start)
    {
        lock (_gate)
        {
            if (_byArn.TryGetValue(arn, out var known)) return (known.Value, false);
            var execution = start();
            _byArn.Add(arn, _inOrder.AddLast(execution));
            Trim();
            return (execution, true);
        }
    }

    public void Remove(string arn)
    {
        lock (_gate)
        {
            if (_byArn.Remove(arn, out var node)) _inOrder.Remove(node);
        }
    }

    /// <summary>A machine's executions, newest first.</summary>
    public IReadOnlyList<Execution> Of(string machineArn)
    {
        lock (_gate) return [.. _inOrder.Where(execution => execution.Identity.MachineArn == machineArn).Reverse()];
    }

    private void Trim()
    {
        var surplus = _byArn.Count - keptFinished;
        for (var node = _inOrder.First; surplus > 0 && node is not null;)
        {
            var next = node.Next;
            if (node.Value.Status == ExecutionStatus.Running) break; // older ones still run: look again at the next start
            _byArn.Remove(node.Value.Identity.Arn);
            _inOrder.Remove(node);
            surplus--;
            node = next;
        }
    }
}
