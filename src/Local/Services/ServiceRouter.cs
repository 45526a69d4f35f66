using Aot.Local.Services.Protocol;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services;

/// <summary>Finds the service a request is for, by name in process, or over HTTP by X-Amz-Target, credential scope or form.</summary>
internal sealed class ServiceRouter(IEnumerable<IAwsService> services)
{
    private readonly Dictionary<string, IAwsService> _byName = services.ToDictionary(service => service.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The services' names, ordered.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The service of that SDK name, or null.</summary>
    public IAwsService? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Answers any request that no route took; map it as the fallback.</summary>
    public Task HandleAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var target = headers["X-Amz-Target"].ToString();
        var scope = CredentialScope.ServiceOf(context.Request);
        if (target.Length > 0)
            return AwsJson.HandleAsync(context, target, ByTarget(target), Names);

        var service = scope is null ? null : _byName.Values.FirstOrDefault(candidate => candidate.Wire.SigningName == scope);
        if (service is IHttpService itself) return itself.HandleAsync(context);
        return service?.Wire.Protocol switch
        {
            WireProtocol.Json10 or WireProtocol.Json11 => AwsJson.HandleAsync(context, target, service, Names),
            WireProtocol.Query => AwsQuery.HandleAsync(context, service),
            WireProtocol.Ec2 => Ec2Query.HandleAsync(context, service),
            WireProtocol.RestJson => RestJson.WriteErrorAsync(
                context,
                new ServiceException(
                    "UnknownOperationException",
                    $"The local {service.Name} has no operation at {context.Request.Method} {context.Request.Path}.",
                    StatusCodes.Status404NotFound)),
            _ => RestJson.WriteErrorAsync(
                context,
                new ServiceException(
                    "UnknownServiceException",
                    $"{context.Request.Method} {context.Request.Path} is for {(scope is null ? "no service known here" : $"the service '{scope}'")}. "
                    + $"Local services: {string.Join(", ", Names)}.",
                    StatusCodes.Status404NotFound)),
        };
    }

    private IAwsService? ByTarget(string target)
    {
        var prefix = target.Split('.')[0];
        return _byName.Values.FirstOrDefault(service => service.Wire.Target == prefix);
    }
}
