using System.Runtime.InteropServices;
using System.Text;

namespace Aot.Aws.Http;

/// <summary>TLS over a connected socket; the peer's chain and host name are verified, or there is no session.</summary>
internal sealed unsafe class TlsSession : IDisposable
{
    private static readonly Dictionary<string, nint> Contexts = [];

    private readonly OpenSsl _ssl;
    private void* _session;
    private int _lastResult;

    private TlsSession(OpenSsl ssl, void* session)
    {
        _ssl = ssl;
        _session = session;
    }

    /// <summary>Why the last read or write failed.</summary>
    public string Reason
    {
        get
        {
            var error = _ssl.GetError(_session, _lastResult);
            return error is OpenSsl.ErrorWantRead or OpenSsl.ErrorWantWrite ? "it took longer than the call may" : ErrorText(_ssl, $"TLS error {error}");
        }
    }

    /// <exception cref="TransportException">The handshake failed; the message says why the peer is not trusted.</exception>
    public static TlsSession Open(int socket, AwsEndpoint endpoint, string? certificateFile)
    {
        var ssl = OpenSsl.Instance;
        ssl.ClearErrors();
        var result = new TlsSession(ssl, ssl.NewSession(ContextFor(ssl, certificateFile)));
        try
        {
            result.Shake(socket, endpoint);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    public int Read(byte* buffer, int length)
    {
        _ssl.ClearErrors();
        _lastResult = _ssl.Read(_session, buffer, length);
        return _lastResult <= 0 && _ssl.GetError(_session, _lastResult) == OpenSsl.ErrorZeroReturn ? 0 : _lastResult > 0 ? _lastResult : -1;
    }

    public int Write(byte* buffer, int length)
    {
        _ssl.ClearErrors();
        return _lastResult = _ssl.Write(_session, buffer, length);
    }

    public void Dispose()
    {
        if (_session is not null)
            _ssl.FreeSession(_session);
        _session = null;
    }

    private void Shake(int socket, AwsEndpoint endpoint)
    {
        fixed (byte* host = Encoding.UTF8.GetBytes(endpoint.Host + '\0'))
        {
            _ssl.Control(_session, OpenSsl.SetServerName, 0, host);
            _ssl.SetHostName(_session, host);
        }

        _ssl.SetSocket(_session, socket);
        _lastResult = _ssl.Connect(_session);
        if (_lastResult == 1)
            return;
        var verification = _ssl.VerifyResult(_session);
        var reason = verification == 0 ? Reason : Marshal.PtrToStringUTF8((nint)_ssl.VerifyText(verification));
        throw new TransportException($"TLS with {endpoint.Host}:{endpoint.Port} was refused: {reason}.");
    }

    // One context for each set of roots: reading the roots is what costs, 20 ms for a whole system's.
    private static void* ContextFor(OpenSsl ssl, string? certificateFile)
    {
        lock (Contexts)
        {
            if (Contexts.TryGetValue(certificateFile ?? "", out var known))
                return (void*)known;
            var context = ssl.NewContext(ssl.ClientMethod());
            ssl.ControlContext(context, OpenSsl.SetMinimumProtocol, OpenSsl.Tls12, null);
            ssl.SetVerify(context, OpenSsl.VerifyPeer, null);
            LoadRoots(ssl, context, certificateFile);
            Contexts.Add(certificateFile ?? "", (nint)context);
            return context;
        }
    }

    private static void LoadRoots(OpenSsl ssl, void* context, string? certificateFile)
    {
        if (certificateFile is null)
        {
            ssl.UseSystemRoots(context);
            return;
        }

        fixed (byte* path = Encoding.UTF8.GetBytes(certificateFile + '\0'))
        {
            if (ssl.LoadRoots(context, path) != 1)
                throw new TransportException($"The certificates in AWS_CA_BUNDLE, \"{certificateFile}\", cannot be read: {ErrorText(ssl, "no reason given")}.");
        }
    }

    private static string ErrorText(OpenSsl ssl, string otherwise)
        => ssl.TakeError() is var code and not 0 && ssl.ErrorText(code) is var text && text is not null ? Marshal.PtrToStringUTF8((nint)text)! : otherwise;
}
