using Aot.Local.Json;

namespace Aot.Local.Services.DynamoDb.Expressions;

/// <summary>The substitutions for #names and :values of a request; remembers which are used.</summary>
internal sealed class ExpressionAttributes
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectValue> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Reads ExpressionAttributeNames and ExpressionAttributeValues.</summary>
    public ExpressionAttributes(ServiceRequest request)
    {
        foreach (var (name, attribute) in request.TextMap("ExpressionAttributeNames"))
        {
            if (!name.StartsWith('#') || name.Length < 2)
                throw Errors.Validation($"ExpressionAttributeNames contains invalid key: Syntax error; key: \"{name}\"");
            _names.Add(name, attribute);
        }
        foreach (var (name, value) in request.Object("ExpressionAttributeValues") ?? Shape.Empty)
        {
            if (!name.StartsWith(':') || name.Length < 2)
                throw Errors.Validation($"ExpressionAttributeValues contains invalid key: Syntax error; key: \"{name}\"");
            _values.Add(name, AttributeValue.Read(value));
        }
    }

    public string Name(string placeholder, string expressionKind)
    {
        _used.Add(placeholder);
        return _names.GetValueOrDefault(placeholder)
            ?? throw Errors.Validation($"Invalid {expressionKind}: An expression attribute name used in the document path is not defined; attribute name: {placeholder}");
    }

    public ObjectValue Value(string placeholder, string expressionKind)
    {
        _used.Add(placeholder);
        return _values.GetValueOrDefault(placeholder)
            ?? throw Errors.Validation($"Invalid {expressionKind}: An expression attribute value used in expression is not defined; attribute value: {placeholder}");
    }

    /// <exception cref="ServiceException">A substitution is given that no expression of the request uses.</exception>
    public void RefuseUnused()
    {
        if (_names.Keys.FirstOrDefault(name => !_used.Contains(name)) is { } name)
            throw Errors.Validation($"Value provided in ExpressionAttributeNames unused in expressions: keys: {{{name}}}");
        if (_values.Keys.FirstOrDefault(value => !_used.Contains(value)) is { } value)
            throw Errors.Validation($"Value provided in ExpressionAttributeValues unused in expressions: keys: {{{value}}}");
    }
}
