using System.Runtime.InteropServices;

namespace Aot.Aws.Http;

/// <summary>The calls of libc a connection needs. Linux only: the constants are those of x64 and arm64.</summary>
internal static unsafe class Libc
{
    public const int SocketStream = 1;
    public const int SocketCloseOnExec = 0x80000;
    public const int ProtocolTcp = 6;
    public const int TcpNoDelay = 1;
    public const int SocketLevel = 1;
    public const int ReceiveTimeout = 20;
    public const int SendTimeout = 21;
    public const int MessageNoSignal = 0x4000;
    public const int Interrupted = 4; // EINTR
    public const int TryAgain = 11; // EAGAIN
    public const int InProgress = 115; // EINPROGRESS: a connect whose send timeout is over

    /// <summary><c>timeval</c> of the 64-bit Linux ABIs.</summary>
    public struct TimeValue
    {
        public long Seconds;
        public long Microseconds;
    }

    /// <summary><c>addrinfo</c>.</summary>
    public struct AddressInfo
    {
        public int Flags;
        public int Family;
        public int SocketType;
        public int Protocol;
        public uint AddressLength;
        public void* Address;
        public byte* CanonicalName;
        public AddressInfo* Next;
    }

    /// <summary>The last call's <c>errno</c>; ask before anything else runs.</summary>
    public static int LastError => Marshal.GetLastSystemError();

    [DllImport("libc", EntryPoint = "socket", ExactSpelling = true)]
    public static extern int Socket(int family, int type, int protocol);

    [DllImport("libc", EntryPoint = "connect", ExactSpelling = true)]
    public static extern int Connect(int socket, void* address, uint length);

    [DllImport("libc", EntryPoint = "setsockopt", ExactSpelling = true)]
    public static extern int SetSocketOption(int socket, int level, int option, void* value, uint length);

    [DllImport("libc", EntryPoint = "recv", ExactSpelling = true)]
    public static extern nint Receive(int socket, byte* buffer, nuint length, int flags);

    [DllImport("libc", EntryPoint = "send", ExactSpelling = true)]
    public static extern nint Send(int socket, byte* buffer, nuint length, int flags);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true)]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "poll", ExactSpelling = true)]
    public static extern int Poll(void* descriptors, nuint count, int timeoutMilliseconds);

    [DllImport("libc", EntryPoint = "getaddrinfo", ExactSpelling = true)]
    public static extern int GetAddressInfo(byte* host, byte* service, AddressInfo* hints, AddressInfo** result);

    [DllImport("libc", EntryPoint = "freeaddrinfo", ExactSpelling = true)]
    public static extern void FreeAddressInfo(AddressInfo* result);
}
