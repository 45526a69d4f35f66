using System.Runtime.InteropServices;

namespace Aot.Runtime.Native;

/// <summary>The calls of libc the loop lives on. Linux only: the constants are those of x64 and arm64.</summary>
internal static unsafe partial class Libc
{
    public const int AddressFamilyInet = 2;
    public const int SocketStream = 1;
    public const int SocketCloseOnExec = 0x80000;
    public const int ProtocolTcp = 6;
    public const int TcpNoDelay = 1;
    public const int MessageNoSignal = 0x4000;
    public const int StandardOutput = 1;
    public const int StandardError = 2;
    public const int Interrupted = 4; // EINTR

    /// <summary>One piece of a gathered write.</summary>
    public struct IoVector
    {
        public byte* Bytes;
        public nuint Length;
    }

    /// <summary><c>msghdr</c> of the 64-bit Linux ABIs.</summary>
    public struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary><c>sockaddr_in</c>; port and address in network byte order.</summary>
    public struct SocketAddress
    {
        public ushort Family;
        public ushort Port;
        public uint Address;
        public ulong Zero;
    }

    /// <summary><c>addrinfo</c> as far as a numeric IPv4 answer needs it.</summary>
    public struct AddressInfo
    {
        public int Flags;
        public int Family;
        public int SocketType;
        public int Protocol;
        public uint AddressLength;
        public SocketAddress* Address;
        public byte* CanonicalName;
        public AddressInfo* Next;
    }

    [DllImport("libc", EntryPoint = "socket", ExactSpelling = true)]
    public static extern int Socket(int family, int type, int protocol);

    [DllImport("libc", EntryPoint = "connect", ExactSpelling = true)]
    public static extern int Connect(int socket, SocketAddress* address, uint length);

    [DllImport("libc", EntryPoint = "setsockopt", ExactSpelling = true)]
    public static extern int SetSocketOption(int socket, int level, int option, void* value, uint length);

    [DllImport("libc", EntryPoint = "recv", ExactSpelling = true)]
    public static extern nint Receive(int socket, byte* buffer, nuint length, int flags);

    [DllImport("libc", EntryPoint = "sendmsg", ExactSpelling = true)]
    public static extern nint SendMessage(int socket, MessageHeader* message, int flags);

    [DllImport("libc", EntryPoint = "write", ExactSpelling = true)]
    public static extern nint Write(int descriptor, byte* buffer, nuint length);

    [DllImport("libc", EntryPoint = "close", ExactSpelling = true)]
    public static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "getaddrinfo", ExactSpelling = true)]
    public static extern int GetAddressInfo(byte* host, byte* service, AddressInfo* hints, AddressInfo** result);

    [DllImport("libc", EntryPoint = "freeaddrinfo", ExactSpelling = true)]
    public static extern void FreeAddressInfo(AddressInfo* result);

    [DllImport("libc", EntryPoint = "putenv", ExactSpelling = true)]
    public static extern int PutEnvironment(byte* assignment);

    /// <summary>The last call's <c>errno</c>; ask before anything else runs.</summary>
    public static int LastError => Marshal.GetLastSystemError();

    /// <summary>Writes all of it to a file descriptor; what cannot be written is lost, as nobody is there to be told.</summary>
    public static void WriteAll(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (nint written = 0; written < bytes.Length;)
            {
                var count = Write(descriptor, start + written, (nuint)(bytes.Length - written));
                if (count > 0)
                    written += count;
                else if (LastError != Interrupted)
                    return;
            }
        }
    }
}
