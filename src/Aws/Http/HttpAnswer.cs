namespace Aot.Aws.Http;

/// <summary>A service's answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="RequestId">From x-amzn-requestid, else null.</param>
/// <param name="ErrorType">From x-amzn-errortype, else null.</param>
/// <param name="Body">Valid until the connection's next call.</param>
internal sealed record HttpAnswer(int Status, string? RequestId, string? ErrorType, ReadOnlyMemory<byte> Body);
