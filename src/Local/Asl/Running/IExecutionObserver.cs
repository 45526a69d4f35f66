namespace Aot.Local.Asl.Running;

/// <summary>Is told, outside the scheduler's lock, of what the engine starts by itself, and of what has ended.</summary>
internal interface IExecutionObserver
{
    void Started(MapRun run);

    /// <summary>A map run started an execution.</summary>
    void Started(Execution child);

    void Ended(Execution execution);
}
