using System.Runtime.InteropServices;
using System.Text;

namespace Aot.ColdStart;

/// <summary>Starts and ends processes by libc alone: the framework's Process costs more than what is measured.</summary>
internal static unsafe partial class Processes
{
    private const int Kill = 9;

    /// <summary>Starts an executable without arguments.</summary>
    public static int Spawn(string executable, string[] environment)
    {
        var path = Encoding.UTF8.GetBytes(executable + '\0');
        var variables = environment.Select(v => Encoding.UTF8.GetBytes(v + '\0')).ToArray();
        var pins = variables.Select(v => GCHandle.Alloc(v, GCHandleType.Pinned)).ToArray();
        fixed (byte* file = path)
        {
            var arguments = stackalloc byte*[2] { file, null };
            var block = stackalloc byte*[variables.Length + 1];
            for (var i = 0; i < variables.Length; i++)
                block[i] = (byte*)pins[i].AddrOfPinnedObject();
            block[variables.Length] = null;
            var error = PosixSpawn(out var process, file, null, null, arguments, block);
            foreach (var pin in pins)
                pin.Free();
            return error == 0 ? process : throw new InvalidOperationException($"{executable} cannot be started: errno {error}");
        }
    }

    /// <summary>Ends a process that <see cref="Spawn"/> started, and waits until it is gone.</summary>
    public static void End(int process)
    {
        KillProcess(process, Kill);
        _ = WaitForProcess(process, null, 0);
    }

    /// <summary>Keeps the calling thread and its children on one processor.</summary>
    public static void PinThisThread()
    {
        var mask = stackalloc ulong[16];
        new Span<ulong>(mask, 16).Clear();
        mask[0] = 1UL << (Math.Min(Environment.ProcessorCount, 64) - 1);
        _ = SetAffinity(0, 128, mask);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn")]
    private static partial int PosixSpawn(out int process, byte* path, void* actions, void* attributes, byte** arguments, byte** environment);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int KillProcess(int process, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    private static partial int WaitForProcess(int process, int* status, int options);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int process, nuint size, ulong* mask);
}
