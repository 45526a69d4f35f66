using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services;

/// <summary>A service that answers HTTP requests itself, because its protocol has paths, verbs and bodies of its own.</summary>
internal interface IHttpService : IAwsService
{
    /// <summary>Answers a request, refusals included.</summary>
    Task HandleAsync(HttpContext context);
}
