using System.Xml.Linq;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>The AWS Query protocol: a form with <c>Action</c>, answered in XML (SNS).</summary>
internal static class AwsQuery
{
    // The values do not say which objects are maps; these members are, in the API models served here.
    private static readonly string[] MapMembers = ["Attributes"];

    /// <summary>Whether the request carries a form.</summary>
    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task HandleAsync(HttpContext context, IAwsService service)
    {
        XNamespace names = service.Wire.XmlNamespace;
        try
        {
            var (action, request) = await ReadAsync(context, null);
            var result = await service.CallAsync(action, request, context.RequestAborted);
            await WriteAsync(context, 200, new XElement(
                names + $"{action}Response",
                new XElement(names + $"{action}Result", Members(names, result)),
                new XElement(names + "ResponseMetadata", new XElement(names + "RequestId", RequestId.New()))));
        }
        catch (ServiceException refusal)
        {
            await WriteErrorAsync(context, names, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; nobody reads an answer.
        }
        catch (Exception broken) when (broken is not BadHttpRequestException)
        {
            await WriteErrorAsync(context, names, new ServiceException("InternalFailure", $"{service.Name} failed inside the emulator: {broken}", 500));
        }
    }

    /// <summary>Reads action and input, both dialects.</summary>
    /// <exception cref="ServiceException">The body is no form or names no action.</exception>
    public static async Task<(string Action, ObjectValue Request)> ReadAsync(HttpContext context, Func<string, string, string>? listName)
    {
        if (!IsForm(context.Request))
            throw new ServiceException("MalformedQueryString", "The request body must be a form: Action=…&Version=…&…");
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException malformed)
        {
            throw new ServiceException("MalformedQueryString", $"The form cannot be read: {malformed.Message}");
        }
        var action = form["Action"].ToString();
        if (action.Length == 0)
            throw new ServiceException("MissingAction", "The request must contain the parameter Action.");
        return (action, QueryForm.Read(form, listName is null ? null : name => listName(action, name)));
    }

    public static async Task WriteAsync(HttpContext context, int status, XElement body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml;charset=UTF-8";
        await context.Response.WriteAsync(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body.ToString(SaveOptions.DisableFormatting), context.RequestAborted);
    }

    /// <summary>A scalar as the text of its element.</summary>
    public static string TextOf(Value value) => value is StringValue text ? text.Text : value.ToJson();

    private static Task WriteErrorAsync(HttpContext context, XNamespace names, ServiceException refusal) =>
        WriteAsync(context, refusal.Status, new XElement(
            names + "ErrorResponse",
            new XElement(
                names + "Error",
                new XElement(names + "Type", refusal.Status < 500 ? "Sender" : "Receiver"),
                new XElement(names + "Code", refusal.QueryCode ?? refusal.Code),
                new XElement(names + "Message", refusal.Message)),
            new XElement(names + "RequestId", RequestId.New())));

    private static IEnumerable<object> Members(XNamespace names, Value value) => value switch
    {
        ObjectValue body => body.Select(member => new XElement(
            names + member.Key,
            MapMembers.Contains(member.Key) && member.Value is ObjectValue map ? Entries(names, map) : Members(names, member.Value))),
        ArrayValue list => list.Select(item => new XElement(names + "member", Members(names, item))),
        NullValue => [],
        _ => [new XText(TextOf(value))],
    };

    private static IEnumerable<object> Entries(XNamespace names, ObjectValue map) => map.Select(entry => new XElement(
        names + "entry", new XElement(names + "key", entry.Key), new XElement(names + "value", TextOf(entry.Value))));
}
