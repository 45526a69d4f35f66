using System.Net.Http.Headers;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>A request under construction: the task's arguments, then what the connection adds.</summary>
internal sealed class HttpTaskRequest(Uri address, string method)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string[]> Query { get; } = new(StringComparer.Ordinal);

    public Value? Body { get; set; }

    /// <summary>Null: the body is JSON. Otherwise it is a form, with arrays written so.</summary>
    public string? ArrayFormat { get; set; }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(method), Address()) { Content = Content() };
        // Step Functions developer guide, "Call HTTPS APIs": what every request carries unless the task says otherwise.
        message.Headers.TryAddWithoutValidation("User-Agent", "Amazon|StepFunctions|HttpInvoke|us-east-1");
        message.Headers.Range = new RangeHeaderValue(0, 262_144);
        foreach (var (name, value) in Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) continue;
            message.Headers.Remove(name);
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }

    private Uri Address()
    {
        if (Query.Count == 0) return address;
        var added = string.Join('&', Query.SelectMany(parameter => parameter.Value.Select(value => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(value)}")));
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{added}" : added }.Uri;
    }

    private ByteArrayContent? Content()
    {
        if (Body is null) return null;
        var isForm = ArrayFormat is not null && Body is ObjectValue;
        var text = isForm ? FormEncoding.Encode((ObjectValue)Body, ArrayFormat!) : FormEncoding.Text(Body);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", Headers.GetValueOrDefault("Content-Type") ?? (isForm ? "application/x-www-form-urlencoded" : "application/json"));
        return content;
    }
}
