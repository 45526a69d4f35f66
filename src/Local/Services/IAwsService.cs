using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>One AWS service as the emulator offers it: called in process by workflows and over HTTP by SDKs.</summary>
/// <remarks>Requests and responses have the shapes of the SDKs' JSON (PascalCase member names as in the API reference), whatever the wire format is.</remarks>
internal interface IAwsService
{
    /// <summary>The name in <c>arn:aws:states:::aws-sdk:&lt;name&gt;:…</c>, e.g. <c>sqs</c>, <c>dynamodb</c>, <c>sfn</c>.</summary>
    string Name { get; }

    /// <summary>How clients speak to it over HTTP.</summary>
    WireFormat Wire { get; }

    /// <summary>Runs one operation.</summary>
    /// <param name="operation">In PascalCase: <c>ReceiveMessage</c>.</param>
    /// <param name="request">The operation's input; an object.</param>
    /// <param name="cancellationToken">Ends a waiting call (long poll) early.</param>
    /// <exception cref="ServiceException">The service refuses, also when it does not have the operation.</exception>
    ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken);
}
