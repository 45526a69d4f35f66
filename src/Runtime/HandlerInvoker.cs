namespace Aot.Runtime;

/// <summary>One function of this binary as the loop sees it; the generated dispatch derives from it.</summary>
public abstract class HandlerInvoker
{
    /// <summary>Reads the event, calls the handler and writes its result.</summary>
    /// <exception cref="Exception">What the handler threw; the loop reports it to Lambda and goes on.</exception>
    public abstract void Invoke(Invocation invocation);
}
