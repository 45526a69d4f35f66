namespace Aot.Runtime;

/// <summary>A function whose handler returns a task. A binary without such a function carries none of the task machinery.</summary>
public abstract class AsyncHandlerInvoker : HandlerInvoker
{
    /// <summary>Reads the event, calls the handler, and writes its result once the handler's task has ended.</summary>
    public abstract ValueTask InvokeAsync(Invocation invocation);

    /// <summary>Waits on the calling thread: with one invocation at a time it has nothing else to do.</summary>
    public sealed override void Invoke(Invocation invocation)
    {
        var pending = InvokeAsync(invocation);
        if (pending.IsCompletedSuccessfully)
            pending.GetAwaiter().GetResult();
        else
            pending.AsTask().GetAwaiter().GetResult();
    }
}
