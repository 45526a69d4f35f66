using System.Xml;
using System.Xml.Linq;

namespace Aot.Local.Services.S3;

/// <summary>S3's XML: documents in its namespace, and requests read whatever their namespace.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Names = "http://s3.amazonaws.com/doc/2006-03-01/";

    /// <summary>An element; null content leaves its child out.</summary>
    public static XElement Element(string name, params object?[] content) => new(Names + name, content);

    /// <summary>An element with text; null when there is none.</summary>
    public static XElement? Text(string name, string? text) => text is null ? null : new XElement(Names + name, text);

    public static async Task<XElement> ReadAsync(S3Request request)
    {
        var body = await UploadBody.ReadAsync(request.Http, request.Aborted);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.Content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            throw S3Errors.MalformedXml();
        }
    }

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    public static string? Child(this XElement element, string name) => element.Children(name).FirstOrDefault()?.Value;

    public static async Task WriteAsync(S3Request request, XElement document, int status = 200)
    {
        request.Response.StatusCode = status;
        request.Response.ContentType = "application/xml";
        await WriteTextAsync(request, document);
    }

    public static Task WriteErrorAsync(S3Request request, ServiceException refusal)
    {
        // An error's document is in no namespace.
        var document = new XElement(
            "Error", new XElement("Code", refusal.Code), new XElement("Message", refusal.Message),
            new XElement("Resource", $"/{request.Bucket}{(request.Key.Length > 0 ? "/" : "")}{request.Key}"), new XElement("RequestId", request.Response.Headers["x-amz-request-id"].ToString()));
        return WriteAsync(request, document, refusal.Status);
    }

    private static async Task WriteTextAsync(S3Request request, XElement document)
    {
        if (HttpMethodIsHead(request)) return;
        // Keys may contain characters that XML 1.0 does not have; S3 writes them as references all the same.
        var settings = new XmlWriterSettings { CheckCharacters = false, Async = true, OmitXmlDeclaration = false, Encoding = new System.Text.UTF8Encoding(false) };
        using var buffer = new MemoryStream();
        await using (var writer = XmlWriter.Create(buffer, settings)) await document.WriteToAsync(writer, request.Aborted);
        request.Response.ContentLength = buffer.Length;
        buffer.Position = 0;
        await buffer.CopyToAsync(request.Response.Body, request.Aborted);
    }

    private static bool HttpMethodIsHead(S3Request request) => request.Http.Method == "HEAD";
}
