using System.Text;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.HttpApi;

/// <summary>Turns a proxied function's result into the HTTP response.</summary>
/// <remarks>Source: API Gateway developer guide, "Lambda function response for format 2.0": without a statusCode the whole result is the body.</remarks>
internal static class ProxyResponse
{
    public static async Task WriteAsync(HttpContext context, Value result)
    {
        var response = context.Response;
        if (result is not ObjectValue answer || answer["statusCode"] is not NumberValue { Number: >= 100 and < 600 } status)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(result is StringValue text ? text.Text : result.ToJson());
            return;
        }
        response.StatusCode = (int)status.Number;
        foreach (var (name, value) in answer["headers"] as ObjectValue ?? []) response.Headers[name] = value is StringValue header ? header.Text : value.ToJson();
        foreach (var cookie in answer["cookies"] as ArrayValue ?? []) response.Headers.Append("Set-Cookie", (cookie as StringValue)?.Text);
        response.ContentType ??= "application/json";
        if (answer["body"] is not StringValue { Text: var body }) return;
        var bytes = answer["isBase64Encoded"] is BooleanValue { Boolean: true } ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);
        await response.Body.WriteAsync(bytes);
    }
}
