namespace Aot.Local.Services;

/// <summary>How a service is recognised and spoken to over HTTP.</summary>
/// <param name="Protocol">The AWS protocol of its API model.</param>
/// <param name="SigningName">The service name in the SigV4 credential scope, e.g. <c>states</c>.</param>
/// <param name="Target">JSON protocols: what stands before the dot of X-Amz-Target, e.g. <c>AmazonSQS</c>. Query protocols: the API version.</param>
/// <param name="XmlNamespace">Query protocols only.</param>
/// <param name="ErrorNamespace">What stands before an error's name in <c>__type</c>, with its #.</param>
/// <param name="HasChecksum">Answers carry x-amz-crc32. Only DynamoDB's do, and other clients fail on it.</param>
internal sealed record WireFormat(
    WireProtocol Protocol, string SigningName, string Target = "", string XmlNamespace = "", string ErrorNamespace = "", bool HasChecksum = false);

/// <summary>The AWS protocols, as the API models name them.</summary>
internal enum WireProtocol
{
    /// <summary>POST / with X-Amz-Target and a JSON body, application/x-amz-json-1.0.</summary>
    Json10,

    /// <summary>The same with application/x-amz-json-1.1.</summary>
    Json11,

    /// <summary>A form with <c>Action</c>, answered in XML.</summary>
    Query,

    /// <summary>EC2's dialect of Query.</summary>
    Ec2,

    /// <summary>Paths, verbs and XML of its own: see <see cref="IHttpService"/>.</summary>
    RestXml,

    /// <summary>Paths and verbs of its own: routes are mapped by the service's owner, <see cref="Protocol.RestJson"/> writes the answers.</summary>
    RestJson,
}
