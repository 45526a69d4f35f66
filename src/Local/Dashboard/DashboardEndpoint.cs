using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Aot.Local.Asl.Model;
using Aot.Local.Drawing;
using Aot.Local.Json;
using Aot.Local.Services.StepFunctions;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Dashboard;

/// <summary>The dashboard under <c>/_dashboard/</c>: a page that needs nothing from elsewhere, and the JSON it reads.</summary>
internal sealed class DashboardEndpoint(StepFunctionsService executions)
{
    public const string Path = "/_dashboard";

    private static readonly Dictionary<string, string> _contentTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8",
    };

    private readonly ConcurrentDictionary<string, (StateMachineDefinition Definition, string Svg)> _pictures = new(StringComparer.Ordinal);

    /// <summary>Answers a request below <see cref="Path"/>; false for any other.</summary>
    public async Task<bool> TryHandleAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Path, out var rest)) return false;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsGet(context.Request.Method)) await NotThereAsync(context, StatusCodes.Status405MethodNotAllowed, "The dashboard is only read.");
        else if (rest == "") context.Response.Redirect(Path + "/");
        else if (rest.StartsWithSegments("/api", out var api)) await AnswerAsync(context, api.Value ?? "");
        else await SendFileAsync(context, rest == "/" ? "index.html" : rest.Value!.TrimStart('/'));
        return true;
    }

    private async Task AnswerAsync(HttpContext context, string what)
    {
        var name = context.Request.Query["machine"].ToString();
        var machine = executions.Machines.FirstOrDefault(m => m.Name == name);
        Value? answer = what switch
        {
            "/machines" => DashboardJson.Machines(executions),
            "/machine" when machine is not null => DashboardJson.Machine(machine, Picture(machine)),
            "/executions" when machine is not null => DashboardJson.Executions(executions, machine),
            "/execution" => executions.View<Value>(
                context.Request.Query["arn"].ToString(),
                execution => IsSeen(context, execution.History.LastId) ? NullValue.Instance : DashboardJson.Execution(execution)),
            _ => null,
        };
        if (answer is null)
        {
            await NotThereAsync(context, StatusCodes.Status404NotFound, "There is no such machine or execution; finished ones are forgotten after a while.");
            return;
        }
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(answer.ToUtf8Json());
    }

    // The page says up to which event it knows the execution.
    private static bool IsSeen(HttpContext context, long lastEvent) =>
        context.Request.Query["seen"].ToString() == lastEvent.ToString(CultureInfo.InvariantCulture);

    // A machine's picture changes only with its definition.
    private string Picture(StateMachine machine)
    {
        if (_pictures.TryGetValue(machine.Arn, out var known) && ReferenceEquals(known.Definition, machine.Definition)) return known.Svg;
        var svg = SvgWriter.Write(Placing.Place(GraphReader.Read(machine.Definition.Text)), machine.Name);
        _pictures[machine.Arn] = (machine.Definition, svg);
        return svg;
    }

    private static async Task SendFileAsync(HttpContext context, string file)
    {
        await using var stream = typeof(DashboardEndpoint).Assembly.GetManifestResourceStream($"Dashboard/{file}");
        if (stream is null || !_contentTypes.TryGetValue(System.IO.Path.GetExtension(file), out var type))
        {
            await NotThereAsync(context, StatusCodes.Status404NotFound, "The dashboard has no such page.");
            return;
        }
        context.Response.ContentType = type;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'";
        await stream.CopyToAsync(context.Response.Body);
    }

    private static async Task NotThereAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(sentence));
    }
}
