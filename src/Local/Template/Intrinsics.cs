using System.Text;
using System.Text.RegularExpressions;
using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>Evaluates CloudFormation's intrinsic functions.</summary>
/// <remarks>Source: CloudFormation template reference, "Intrinsic function reference".</remarks>
internal sealed partial class Intrinsics(SourceMap source, PseudoParameters pseudo, ObjectValue conditions, ObjectValue mappings)
{
    private readonly Dictionary<string, Value> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateResource> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();

    /// <summary>Region, account and stack name.</summary>
    public PseudoParameters Pseudo => pseudo;

    /// <summary>Gives a parameter its value.</summary>
    public void Define(string parameter, Value value) => _parameters[parameter] = value;

    /// <summary>Makes a resource known to Ref and GetAtt.</summary>
    public void Declare(TemplateResource resource) => _resources[resource.LogicalId] = resource;

    /// <summary>Records the id a service gave a resource; until then Ref gives the one that follows from its name.</summary>
    public void SetPhysicalId(string logicalId, string id) => _ids[logicalId] = id;

    /// <summary>A resource's properties with all functions evaluated.</summary>
    /// <exception cref="TemplateException">A name is unknown or a function is used wrongly.</exception>
    public ObjectValue Properties(TemplateResource resource) => (ObjectValue)Evaluate(resource.Properties, resource.Line)!;

    /// <summary>A value with all functions evaluated; undefined for <c>AWS::NoValue</c>.</summary>
    public Value? Evaluate(Value value, int line)
    {
        line = source.LineOf(value, line);
        switch (value)
        {
            case ObjectValue { Count: 1 } function when function.Names[0] is "Ref" or "Condition" || function.Names[0].StartsWith("Fn::", StringComparison.Ordinal):
                var result = Call(function.Names[0], function.Values[0], line);
                if (result is not (null or NullValue or BooleanValue)) source.Add(result, line);
                return result;
            case ObjectValue members:
                var evaluated = new ObjectValue(members.Count);
                foreach (var (name, member) in members)
                {
                    if (Evaluate(member, line) is { } present) evaluated[name] = present;
                }
                source.Add(evaluated, line);
                return evaluated;
            case ArrayValue items:
                var list = new ArrayValue([.. items.Select(item => Evaluate(item, line)).OfType<Value>()]);
                source.Add(list, line);
                return list;
            default:
                return value;
        }
    }

    /// <summary>Whether a named condition holds.</summary>
    public bool Holds(string condition, int line)
    {
        if (conditions[condition] is not { } expression) throw Complain(line, $"There is no condition {condition} in the Conditions section.");
        return Guarded(condition, line, () => Truth(expression, line));
    }

    private Value? Call(string function, Value argument, int line) => function switch
    {
        "Ref" => Ref(Text(argument, function, line), line),
        "Condition" => Holds(Text(argument, function, line), line),
        "Fn::GetAtt" => GetAtt(argument, line),
        "Fn::Sub" => Sub(argument, line),
        "Fn::Join" => Join(argument, line),
        "Fn::Select" => Select(argument, line),
        "Fn::Split" => Split(argument, line),
        "Fn::If" => If(argument, line),
        "Fn::FindInMap" => FindInMap(argument, line),
        "Fn::Base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(argument, function, line))),
        "Fn::Equals" or "Fn::Not" or "Fn::And" or "Fn::Or" => Truth(new ObjectValue { [function] = argument }, line),
        _ => throw Complain(line, $"The function {function} is not supported here. Supported: Ref, GetAtt, Sub, Join, Select, Split, If, FindInMap, Base64, Equals, Not, And, Or."),
    };

    private Value? Ref(string name, int line)
    {
        if (name == "AWS::NoValue") return null;
        if ((pseudo.Find(name) ?? _parameters.GetValueOrDefault(name)) is { } value) return value;
        return Guarded(name, line, () => (Value)ResourceId(name, line));
    }

    private string ResourceId(string name, int line) => _ids.GetValueOrDefault(name) is { } id ? id : ResourceAttributes.Ref(Resource(name, line), this);

    private Value GetAtt(Value argument, int line)
    {
        var parts = argument switch
        {
            ArrayValue { Count: 2 } pair => [Text(pair[0], "Fn::GetAtt", line), Text(pair[1], "Fn::GetAtt", line)],
            StringValue text => text.Text.Split('.', 2),
            _ => [],
        };
        if (parts.Length != 2) throw Complain(line, "Fn::GetAtt needs a resource and an attribute: !GetAtt JobQueue.Arn");
        return Attribute(parts[0], parts[1], line);
    }

    private string Attribute(string name, string attribute, int line) => Guarded(name, line, () =>
        ResourceAttributes.GetAtt(Resource(name, line), attribute, this)
            ?? throw Complain(line, $"{name} ({Resource(name, line).Type}) has no attribute {attribute} here."));

    private TemplateResource Resource(string name, int line) => _resources.GetValueOrDefault(name)
        ?? throw Complain(line, $"There is no parameter or resource {name} in the template. Is it spelled as in its section?");

    private Value Sub(Value argument, int line)
    {
        var (text, locals) = argument switch
        {
            StringValue plain => (plain.Text, new ObjectValue()),
            ArrayValue { Count: 2 } pair when pair[0] is StringValue first && pair[1] is ObjectValue map => (first.Text, map),
            _ => throw Complain(line, "Fn::Sub needs a text, or a list of a text and a mapping."),
        };
        return SubReference().Replace(text, match =>
        {
            var name = match.Groups[1].Value.Trim();
            if (name.StartsWith('!')) return "${" + name[1..] + "}"; // ${!Literal}
            if (locals[name] is { } local) return Text(local, "Fn::Sub", line);
            var dot = name.IndexOf('.');
            return dot > 0 ? Attribute(name[..dot], name[(dot + 1)..], line) : Text(new ObjectValue { ["Ref"] = name }, "Fn::Sub", line);
        });
    }

    private Value Join(Value argument, int line)
    {
        if (argument is not ArrayValue { Count: 2 } pair || Evaluate(pair[1], line) is not ArrayValue items)
            throw Complain(line, "Fn::Join needs a delimiter and a list: !Join [\"-\", [a, b]]");
        return string.Join(Text(pair[0], "Fn::Join", line), items.Select(item => Text(item, "Fn::Join", line)));
    }

    private Value Select(Value argument, int line)
    {
        if (argument is not ArrayValue { Count: 2 } pair || !int.TryParse(Text(pair[0], "Fn::Select", line), out var index) || Evaluate(pair[1], line) is not ArrayValue items)
            throw Complain(line, "Fn::Select needs an index and a list: !Select [0, [a, b]]");
        return index >= 0 && index < items.Count ? items[index] : throw Complain(line, $"Fn::Select asks for item {index} of a list of {items.Count}.");
    }

    private Value Split(Value argument, int line) => argument is ArrayValue { Count: 2 } pair
        ? new ArrayValue([.. Text(pair[1], "Fn::Split", line).Split(Text(pair[0], "Fn::Split", line)).Select(part => (Value)part)])
        : throw Complain(line, "Fn::Split needs a delimiter and a text: !Split [\",\", \"a,b\"]");

    private Value? If(Value argument, int line) => argument is ArrayValue { Count: 3 } choice
        ? Evaluate(Holds(Text(choice[0], "Fn::If", line), line) ? choice[1] : choice[2], line)
        : throw Complain(line, "Fn::If needs a condition's name and two values: !If [IsProduction, 10, 1]");

    private Value? FindInMap(Value argument, int line)
    {
        if (argument is not ArrayValue { Count: >= 3 } path) throw Complain(line, "Fn::FindInMap needs a map's name and two keys.");
        var keys = path.Take(3).Select(key => Text(key, "Fn::FindInMap", line)).ToArray();
        return ((mappings[keys[0]] as ObjectValue)?[keys[1]] as ObjectValue)?[keys[2]]
            ?? throw Complain(line, $"The Mappings section has no {string.Join(" → ", keys)}.");
    }

    private bool Truth(Value expression, int line) => expression switch
    {
        ObjectValue { Count: 1 } call => (call.Names[0], call.Values[0]) switch
        {
            ("Fn::Equals", ArrayValue { Count: 2 } pair) => Text(pair[0], "Fn::Equals", line) == Text(pair[1], "Fn::Equals", line),
            ("Fn::Not", ArrayValue { Count: 1 } one) => !Truth(one[0], line),
            ("Fn::And", ArrayValue all) => all.All(item => Truth(item, line)),
            ("Fn::Or", ArrayValue any) => any.Any(item => Truth(item, line)),
            ("Condition", StringValue name) => Holds(name.Text, line),
            var (name, _) => throw Complain(line, $"{name} is no condition: use Equals, Not, And, Or or Condition."),
        },
        _ => throw Complain(line, "A condition is one of Equals, Not, And, Or and Condition."),
    };

    private string Text(Value value, string function, int line) => Evaluate(value, line) switch
    {
        StringValue text => text.Text,
        NumberValue or BooleanValue => Evaluate(value, line)!.ToJson(),
        _ => throw Complain(source.LineOf(value, line), $"{function} needs text here."),
    };

    // A resource may name another in its name, never itself.
    private T Guarded<T>(string name, int line, Func<T> evaluate)
    {
        if (_open.Contains(name)) throw Complain(line, $"{name} depends on itself: {string.Join(" → ", _open.Reverse())} → {name}.");
        _open.Push(name);
        try
        {
            return evaluate();
        }
        finally
        {
            _open.Pop();
        }
    }

    private TemplateException Complain(int line, string problem) => new(source.File, line, problem);

    [GeneratedRegex(@"\$\{([^}]+)\}")]
    private static partial Regex SubReference();
}
