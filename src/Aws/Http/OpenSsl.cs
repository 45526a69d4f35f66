using System.Runtime.InteropServices;

namespace Aot.Aws.Http;

/// <summary>The functions of OpenSSL 3 a client needs, loaded at the first https call: a function that never makes one never reads the 5 MB of libraries.</summary>
internal sealed unsafe class OpenSsl
{
    public const int VerifyPeer = 1; // SSL_VERIFY_PEER
    public const int SetMinimumProtocol = 123; // SSL_CTRL_SET_MIN_PROTO_VERSION
    public const int Tls12 = 0x0303;
    public const int SetServerName = 55; // SSL_CTRL_SET_TLSEXT_HOSTNAME
    public const int ErrorZeroReturn = 6; // SSL_ERROR_ZERO_RETURN
    public const int ErrorWantRead = 2; // SSL_ERROR_WANT_READ: the socket's timeout is over
    public const int ErrorWantWrite = 3;

    public readonly delegate* unmanaged<void*> ClientMethod;
    public readonly delegate* unmanaged<void*, void*> NewContext;
    public readonly delegate* unmanaged<void*, int, nint, void*, nint> ControlContext;
    public readonly delegate* unmanaged<void*, int, void*, void> SetVerify;
    public readonly delegate* unmanaged<void*, int> UseSystemRoots;
    public readonly delegate* unmanaged<void*, byte*, int> LoadRoots;
    public readonly delegate* unmanaged<void*, void*> NewSession;
    public readonly delegate* unmanaged<void*, void> FreeSession;
    public readonly delegate* unmanaged<void*, int, int> SetSocket;
    public readonly delegate* unmanaged<void*, int, nint, void*, nint> Control;
    public readonly delegate* unmanaged<void*, byte*, int> SetHostName;
    public readonly delegate* unmanaged<void*, int> Connect;
    public readonly delegate* unmanaged<void*, byte*, int, int> Read;
    public readonly delegate* unmanaged<void*, byte*, int, int> Write;
    public readonly delegate* unmanaged<void*, int, int> GetError;
    public readonly delegate* unmanaged<void*, nint> VerifyResult;
    public readonly delegate* unmanaged<nint, byte*> VerifyText;
    public readonly delegate* unmanaged<nuint> TakeError;
    public readonly delegate* unmanaged<nuint, byte*> ErrorText;
    public readonly delegate* unmanaged<void> ClearErrors;

    private static OpenSsl? _instance;

    private OpenSsl()
    {
        var ssl = Load("libssl.so.3");
        var crypto = Load("libcrypto.so.3");
        ClientMethod = (delegate* unmanaged<void*>)NativeLibrary.GetExport(ssl, "TLS_client_method");
        NewContext = (delegate* unmanaged<void*, void*>)NativeLibrary.GetExport(ssl, "SSL_CTX_new");
        ControlContext = (delegate* unmanaged<void*, int, nint, void*, nint>)NativeLibrary.GetExport(ssl, "SSL_CTX_ctrl");
        SetVerify = (delegate* unmanaged<void*, int, void*, void>)NativeLibrary.GetExport(ssl, "SSL_CTX_set_verify");
        UseSystemRoots = (delegate* unmanaged<void*, int>)NativeLibrary.GetExport(ssl, "SSL_CTX_set_default_verify_paths");
        LoadRoots = (delegate* unmanaged<void*, byte*, int>)NativeLibrary.GetExport(ssl, "SSL_CTX_load_verify_file");
        NewSession = (delegate* unmanaged<void*, void*>)NativeLibrary.GetExport(ssl, "SSL_new");
        FreeSession = (delegate* unmanaged<void*, void>)NativeLibrary.GetExport(ssl, "SSL_free");
        SetSocket = (delegate* unmanaged<void*, int, int>)NativeLibrary.GetExport(ssl, "SSL_set_fd");
        Control = (delegate* unmanaged<void*, int, nint, void*, nint>)NativeLibrary.GetExport(ssl, "SSL_ctrl");
        SetHostName = (delegate* unmanaged<void*, byte*, int>)NativeLibrary.GetExport(ssl, "SSL_set1_host");
        Connect = (delegate* unmanaged<void*, int>)NativeLibrary.GetExport(ssl, "SSL_connect");
        Read = (delegate* unmanaged<void*, byte*, int, int>)NativeLibrary.GetExport(ssl, "SSL_read");
        Write = (delegate* unmanaged<void*, byte*, int, int>)NativeLibrary.GetExport(ssl, "SSL_write");
        GetError = (delegate* unmanaged<void*, int, int>)NativeLibrary.GetExport(ssl, "SSL_get_error");
        VerifyResult = (delegate* unmanaged<void*, nint>)NativeLibrary.GetExport(ssl, "SSL_get_verify_result");
        VerifyText = (delegate* unmanaged<nint, byte*>)NativeLibrary.GetExport(crypto, "X509_verify_cert_error_string");
        TakeError = (delegate* unmanaged<nuint>)NativeLibrary.GetExport(crypto, "ERR_get_error");
        ErrorText = (delegate* unmanaged<nuint, byte*>)NativeLibrary.GetExport(crypto, "ERR_reason_error_string");
        ClearErrors = (delegate* unmanaged<void>)NativeLibrary.GetExport(crypto, "ERR_clear_error");
    }

    public static OpenSsl Instance => _instance ??= new OpenSsl();

    private static nint Load(string name)
        => NativeLibrary.TryLoad(name, out var library)
            ? library
            : throw new TransportException($"{name} is not installed, and https needs it. provided.al2023 has it; on Debian: apt-get install -y libssl3");
}
