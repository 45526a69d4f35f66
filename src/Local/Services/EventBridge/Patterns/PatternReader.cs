using System.Net;
using Aot.Local.Json;

namespace Aot.Local.Services.EventBridge.Patterns;

/// <summary>Turns a pattern's JSON into nodes and tests; refuses what the service refuses.</summary>
internal static class PatternReader
{
    public static PatternNode ReadObject(ObjectValue pattern, string path)
    {
        if (pattern.Count == 0)
            throw EventPattern.Invalid($"Empty objects are not allowed at {Name(path)}");
        var members = pattern.Where(member => member.Key != "$or").Select(member => (member.Key, ReadMember(member.Value, Join(path, member.Key)))).ToArray();
        if (!pattern.TryGet("$or", out var alternatives))
            return new MembersNode(members);
        if (alternatives is not ArrayValue { Count: > 1 } list || list.Any(item => item is not ObjectValue))
            throw EventPattern.Invalid($"$or must be an array of two or more objects at {Name(path)}");
        var any = new AnyNode([.. list.Select(item => ReadObject((ObjectValue)item, path))]);
        return members.Length == 0 ? any : new AllNode([new MembersNode(members), any]);
    }

    private static PatternNode ReadMember(Value value, string path) => value switch
    {
        ObjectValue nested => ReadObject(nested, path),
        ArrayValue { Count: > 0 } tests => new LeafNode([.. tests.Select(test => ReadTest(test, path))]),
        ArrayValue => throw EventPattern.Invalid($"Empty arrays are not allowed at {Name(path)}"),
        _ => throw EventPattern.Invalid($"\"{path}\" must be an object or an array"),
    };

    private static ValueTest ReadTest(Value test, string path)
    {
        if (test is ArrayValue)
            throw EventPattern.Invalid($"Arrays in arrays are not allowed at {Name(path)}");
        if (test is not ObjectValue operation)
            return new EqualTest(test);
        if (operation.Count != 1)
            throw EventPattern.Invalid($"Only one key allowed in match expression at {Name(path)}");
        return (operation.Names[0], operation.Values[0]) switch
        {
            ("prefix" or "suffix" or "equals-ignore-case" or "wildcard", _) => ReadTextTest(operation, path),
            ("exists", BooleanValue flag) => new ExistsTest(flag.Boolean),
            ("numeric", ArrayValue comparison) => ReadNumeric(comparison, path),
            ("cidr", StringValue text) => ReadNetwork(text.Text, path),
            ("anything-but", var refused) => ReadAnythingBut(refused, path),
            var (name, _) when name is "exists" or "numeric" or "cidr" => throw EventPattern.Invalid($"The value of {name} has the wrong type at {Name(path)}"),
            var (name, _) => throw EventPattern.Invalid($"Unrecognized match type {name} at {Name(path)}"),
        };
    }

    private static TextTest ReadTextTest(ObjectValue operation, string path)
    {
        var (name, value) = (operation.Names[0], operation.Values[0]);
        var comparison = StringComparison.Ordinal;
        if (name is "prefix" or "suffix" && value is ObjectValue { Count: 1 } nested && nested.Names[0] == "equals-ignore-case")
            (value, comparison) = (nested.Values[0], StringComparison.OrdinalIgnoreCase);
        if (value is not StringValue { Text: var text })
            throw EventPattern.Invalid($"The value of {name} must be a string at {Name(path)}");
        return name switch
        {
            "prefix" => new TextTest(actual => actual.StartsWith(text, comparison)),
            "suffix" => new TextTest(actual => actual.EndsWith(text, comparison)),
            "equals-ignore-case" => new TextTest(actual => actual.Equals(text, StringComparison.OrdinalIgnoreCase)),
            _ => new TextTest(Wildcard.Parse(text, path).Matches),
        };
    }

    private static AnythingButTest ReadAnythingBut(Value refused, string path)
    {
        if (refused is not ObjectValue operation)
        {
            var values = refused is ArrayValue list ? list.AsEnumerable() : [refused];
            if (values.Any(value => value is ObjectValue or ArrayValue) || !values.Any())
                throw EventPattern.Invalid($"Inside anything-but there must be a value or a list of values at {Name(path)}");
            return new AnythingButTest([.. values.Select(value => new EqualTest(value))]);
        }
        if (operation.Count != 1 || operation.Names[0] is not ("prefix" or "suffix" or "equals-ignore-case" or "wildcard"))
            throw EventPattern.Invalid($"Unsupported anything-but pattern at {Name(path)}");
        var alternatives = operation.Values[0] is ArrayValue texts ? texts.AsEnumerable() : [operation.Values[0]];
        return new AnythingButTest([.. alternatives.Select(text => ReadTextTest(Shape.Of((operation.Names[0], text)), path))]);
    }

    // [">", 0, "<=", 5]
    private static NumericTest ReadNumeric(ArrayValue comparison, string path)
    {
        if (comparison.Count is not (2 or 4))
            throw EventPattern.Invalid($"numeric needs one or two pairs of operator and number at {Name(path)}");
        Func<double, bool> isMet = _ => true;
        for (var i = 0; i < comparison.Count; i += 2)
        {
            if (comparison[i] is not StringValue { Text: var symbol } || comparison[i + 1] is not NumberValue { Number: var bound })
                throw EventPattern.Invalid($"numeric needs pairs of operator and number at {Name(path)}");
            var before = isMet;
            Func<double, bool> compare = symbol switch
            {
                "=" => actual => actual == bound,
                "<" => actual => actual < bound,
                "<=" => actual => actual <= bound,
                ">" => actual => actual > bound,
                ">=" => actual => actual >= bound,
                _ => throw EventPattern.Invalid($"Unrecognized numeric range operator: {symbol} at {Name(path)}"),
            };
            isMet = actual => before(actual) && compare(actual);
        }
        return new NumericTest(isMet);
    }

    private static AddressTest ReadNetwork(string text, string path)
    {
        // "10.0.0.7/24" means the network that address is in, so host bits are cleared first.
        var parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var address) || !int.TryParse(parts[1], out var bits)
            || bits < 0 || bits > address.GetAddressBytes().Length * 8)
            throw EventPattern.Invalid($"Malformed CIDR, one '/' required: {text} at {Name(path)}");
        var octets = address.GetAddressBytes();
        for (var bit = bits; bit < octets.Length * 8; bit++)
            octets[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new AddressTest(new IPNetwork(new IPAddress(octets), bits));
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Name(string path) => path.Length == 0 ? "the top level" : $"\"{path}\"";
}
