namespace Aot.Local.HttpApi;

/// <summary>Finds the most specific route for a request.</summary>
/// <remarks>Source: API Gateway developer guide, "Routes for HTTP APIs": full match, then greedy path variable, then $default.</remarks>
internal sealed class RouteTable(IEnumerable<HttpRoute> routes)
{
    private readonly HttpRoute[] _routes = [.. routes.OrderBy(Greed).ThenByDescending(FixedSegments).ThenBy(route => route.Method == "ANY")];

    /// <summary>All routes, for the list printed at the start.</summary>
    public IReadOnlyList<HttpRoute> Routes => _routes;

    /// <summary>The route and the values of its path variables; null when none matches.</summary>
    public (HttpRoute Route, IReadOnlyDictionary<string, string> PathParameters)? Find(string method, string path)
    {
        foreach (var route in _routes.Where(route => route.Method == "ANY" || route.Method == method))
        {
            if (Match(route.Path, path) is { } parameters) return (route, parameters);
        }
        return null;
    }

    private static int Greed(HttpRoute route) => route.Path == "$default" ? 2 : route.Path.EndsWith("+}", StringComparison.Ordinal) ? 1 : 0;

    private static int FixedSegments(HttpRoute route) => route.Path.Split('/').Count(segment => !segment.StartsWith('{'));

    private static Dictionary<string, string>? Match(string pattern, string path)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (pattern == "$default") return parameters;
        var expected = pattern.Split('/');
        var given = path.Split('/');
        for (var i = 0; i < expected.Length; i++)
        {
            var isVariable = expected[i].StartsWith('{') && expected[i].EndsWith('}');
            if (isVariable && expected[i].EndsWith("+}", StringComparison.Ordinal))
            {
                if (i >= given.Length || given[i].Length == 0) return null;
                parameters[expected[i][1..^2]] = Uri.UnescapeDataString(string.Join('/', given[i..]));
                return parameters;
            }
            if (i >= given.Length) return null;
            if (isVariable && given[i].Length > 0) parameters[expected[i][1..^1]] = Uri.UnescapeDataString(given[i]);
            else if (expected[i] != given[i]) return null;
        }
        return expected.Length == given.Length ? parameters : null;
    }
}
