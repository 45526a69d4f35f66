using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.Ssm;

/// <summary>Systems Manager's Parameter Store, with all versions, in memory.</summary>
internal sealed class SsmService : IAwsService
{
    private const int MaxStandardCharacters = 4096;
    private const int MaxAdvancedCharacters = 8192;

    private static readonly string[] Types = ["String", "StringList", "SecureString"];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, List<SsmParameter>> _parameters = new(StringComparer.Ordinal);
    private readonly LocalAws _aws;
    private readonly TimeProvider _time;
    private readonly Operations _operations;

    public SsmService(LocalAws aws, TimeProvider time)
    {
        (_aws, _time) = (aws, time);
        _operations = new Operations("ssm", RequestErrors.Missing)
        {
            { "PutParameter", Locked(PutParameter) },
            { "GetParameter", Locked(GetParameter) },
            { "GetParameters", Locked(GetParameters) },
            { "GetParametersByPath", Locked(GetParametersByPath) },
            { "GetParameterHistory", Locked(GetParameterHistory) },
            { "DescribeParameters", Locked(DescribeParameters) },
            { "DeleteParameter", Locked(DeleteParameter) },
            { "DeleteParameters", Locked(DeleteParameters) },
        };
    }

    public string Name => "ssm";

    public WireFormat Wire { get; } = new(WireProtocol.Json11, "ssm", "AmazonSSM");

    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken) =>
        _operations.CallAsync(operation, request, cancellationToken);

    private Func<ServiceRequest, Value> Locked(Func<ServiceRequest, Value> operation) => request =>
    {
        lock (_lock)
            return operation(request);
    };

    private ObjectValue PutParameter(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') || (name.Contains('/', StringComparison.Ordinal) && name[0] != '/'))
            throw RequestErrors.Validation("Parameter name must be a fully qualified name: letters, digits and .-_, divided by / and then starting with /.");
        var versions = _parameters.GetValueOrDefault(name);
        var last = versions?[^1];
        if (last is not null && request.Flag("Overwrite") != true)
            throw new ServiceException("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        var type = request.Text("Type") ?? last?.Type ?? throw RequestErrors.Validation("A parameter type is required when you create a parameter.");
        if (!Types.Contains(type))
            throw RequestErrors.Validation($"1 validation error detected: Value '{type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Types)}]");
        var tier = request.Text("Tier") ?? last?.Tier ?? "Standard";
        var value = request.RequiredText("Value");
        var most = tier == "Standard" ? MaxStandardCharacters : MaxAdvancedCharacters;
        if (value.Length == 0 || value.Length > most)
            throw RequestErrors.Validation($"{tier} tier parameters support a maximum parameter value of {most} characters, and at least one; found {value.Length}.");
        if (versions is null)
            _parameters.Add(name, versions = []);
        var parameter = new SsmParameter(name, ArnOf(name), type, value, (last?.Version ?? 0) + 1, _time.GetUtcNow(), request.Text("Description") ?? last?.Description, tier);
        versions.Add(parameter);
        return Shape.Of(("Version", parameter.Version), ("Tier", tier));
    }

    private ObjectValue GetParameter(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        return Shape.Of(("Parameter", Find(name, request.Flag("WithDecryption") == true) ?? throw NotFound(name)));
    }

    private ObjectValue GetParameters(ServiceRequest request)
    {
        request.RequiredList("Names");
        var found = request.Texts("Names").Select(name => (Name: name, Parameter: Find(name, request.Flag("WithDecryption") == true))).ToArray();
        return Shape.Of(
            ("Parameters", Shape.List(found.Select(entry => entry.Parameter).OfType<Value>())),
            ("InvalidParameters", Shape.List(found.Where(entry => entry.Parameter is null).Select(entry => entry.Name))));
    }

    private ObjectValue GetParametersByPath(ServiceRequest request)
    {
        var path = request.RequiredText("Path").TrimEnd('/') + "/";
        if (path[0] != '/')
            throw RequestErrors.Validation("The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\".");
        var isRecursive = request.Flag("Recursive") == true;
        var names = _parameters.Keys.Where(name =>
            name.StartsWith(path, StringComparison.Ordinal) && (isRecursive || !name[path.Length..].Contains('/', StringComparison.Ordinal)));
        var (page, next) = Page(request, names, 10);
        return Shape.Of(("Parameters", Shape.List(page.Select(name => (Value)Find(name, request.Flag("WithDecryption") == true)!))), ("NextToken", next));
    }

    private ObjectValue GetParameterHistory(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        var versions = _parameters.GetValueOrDefault(name) ?? throw NotFound(name);
        return Shape.Of(("Parameters", Shape.List(versions.Select(version => (Value)version.ToShape(request.Flag("WithDecryption") == true)))));
    }

    private ObjectValue DescribeParameters(ServiceRequest request)
    {
        if (request.Has("Filters"))
            throw RequestErrors.Validation("The local ssm does not support the older Filters; use ParameterFilters with the key Name.");
        var filters = request.Structures("ParameterFilters");
        if (filters.FirstOrDefault(filter => filter.RequiredText("Key") != "Name") is { } other)
            throw RequestErrors.Validation($"The local ssm filters parameters by Name only, not by {other.Text("Key")}.");
        var names = _parameters.Keys.Where(name => filters.All(filter => filter.Texts("Values").Any(value => (filter.Text("Option") ?? "Equals") switch
        {
            "BeginsWith" => name.StartsWith(value, StringComparison.Ordinal),
            "Contains" => name.Contains(value, StringComparison.Ordinal),
            _ => name == value,
        })));
        var (page, next) = Page(request, names, 50);
        return Shape.Of(("Parameters", Shape.List(page.Select(name => (Value)_parameters[name][^1].ToMetadata()))), ("NextToken", next));
    }

    private ObjectValue DeleteParameter(ServiceRequest request)
    {
        var name = request.RequiredText("Name");
        return _parameters.Remove(name) ? Shape.Empty : throw NotFound(name);
    }

    private ObjectValue DeleteParameters(ServiceRequest request)
    {
        request.RequiredList("Names");
        var removed = request.Texts("Names").ToLookup(_parameters.Remove);
        return Shape.Of(("DeletedParameters", Shape.List(removed[true])), ("InvalidParameters", Shape.List(removed[false])));
    }

    // A name, an ARN, or either with :<version> behind it.
    private ObjectValue? Find(string reference, bool decrypts)
    {
        var arnStart = _aws.Arn("ssm", "parameter");
        var name = reference.StartsWith(arnStart, StringComparison.Ordinal) ? reference[arnStart.Length..] : reference;
        if (!_parameters.ContainsKey(name.Split(':')[0]) && name.StartsWith('/'))
            name = name[1..];
        var parts = name.Split(':');
        if (!_parameters.TryGetValue(parts[0], out var versions))
            return null;
        if (parts.Length == 1)
            return versions[^1].ToShape(decrypts);
        var version = long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? versions.Find(version => version.Version == number) : null;
        return version is null
            ? throw new ServiceException("ParameterVersionNotFound", $"Systems Manager could not find version {parts[1]} of {parts[0]}. Verify the version and try again.")
            : version.ToShape(decrypts, ":" + parts[1]);
    }

    private static (IReadOnlyList<string> Names, string? Next) Page(ServiceRequest request, IEnumerable<string> names, int most)
    {
        var after = request.Text("NextToken");
        most = Math.Min(request.Integer("MaxResults") ?? most, most);
        var page = names.Where(name => string.CompareOrdinal(name, after) > 0).Take(most + 1).ToArray();
        return page.Length > most ? (page[..most], page[most - 1]) : (page, null);
    }

    private string ArnOf(string name) => _aws.Arn("ssm", name[0] == '/' ? $"parameter{name}" : $"parameter/{name}");

    private static ServiceException NotFound(string name) => new("ParameterNotFound", $"The parameter {name} does not exist.");
}
