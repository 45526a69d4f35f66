using System.Runtime.InteropServices;
using Aot.Runtime.Native;

namespace Aot.Runtime;

/// <summary>Keeps <c>_X_AMZN_TRACE_ID</c> at the running invocation's trace id, where SDKs and child processes look for it.</summary>
/// <remarks>
/// setenv would leak each value and the managed environment would copy itself; putenv makes our buffer part of the environment, so that
/// an invocation costs one copy. Only for one invocation at a time.
/// </remarks>
internal sealed unsafe class TraceVariable
{
    private byte* _value;
    private int _capacity;

    private static ReadOnlySpan<byte> Assignment => "_X_AMZN_TRACE_ID="u8;

    public void Set(ReadOnlySpan<byte> traceId)
    {
        if (traceId.Length >= _capacity)
        {
            if (traceId.IsEmpty)
                return;
            Grow(traceId.Length);
        }

        var target = new Span<byte>(_value, _capacity);
        target[traceId.Length] = 0;
        traceId.CopyTo(target);
    }

    // The buffer that was outgrown stays allocated: another thread may be reading the environment.
    private void Grow(int bytes)
    {
        var capacity = Math.Max(512, bytes * 2);
        var start = (byte*)NativeMemory.AllocZeroed((nuint)(Assignment.Length + capacity));
        Assignment.CopyTo(new Span<byte>(start, Assignment.Length));
        _value = start + Assignment.Length;
        _capacity = capacity;
        Libc.PutEnvironment(start);
    }
}
