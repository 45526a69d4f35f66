using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>The values of a template's parameters: given on the command line, else their defaults.</summary>
internal static class Parameters
{
    private const string SsmValue = "AWS::SSM::Parameter::Value<";

    public static IEnumerable<KeyValuePair<string, Value>> Read(ObjectValue declared, IReadOnlyDictionary<string, string> given, SourceMap source)
    {
        foreach (var name in given.Keys.Order(StringComparer.Ordinal).Where(name => !declared.Has(name)))
            throw new TemplateException(source.File, 1, $"The template has no parameter {name}. It has: {string.Join(", ", declared.Select(one => one.Key))}.");
        foreach (var (name, body) in declared)
        {
            var line = source.LineOf(body, 1);
            if (body is not ObjectValue parameter) throw source.Complain(body, line, $"The parameter {name} must be a mapping with a Type.");
            var type = (parameter["Type"] as StringValue)?.Text ?? "String";
            var text = given.TryGetValue(name, out var value) ? value : Text(parameter["Default"])
                ?? throw source.Complain(body, line, $"The parameter {name} has no Default: give it a value with --parameter {name}=…");
            Check(name, text, parameter, source, line);
            yield return new(name, Typed(type, text));
        }
    }

    private static Value Typed(string type, string text)
    {
        if (type.StartsWith(SsmValue, StringComparison.Ordinal)) return PublicParameter(text);
        return type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal)
            ? new ArrayValue([.. text.Split(',').Select(item => (Value)item.Trim())])
            : text;
    }

    // AWS publishes its images under names in Parameter Store; here each name stands for one image id of its own.
    private static string PublicParameter(string name) =>
        name.Contains("ami", StringComparison.OrdinalIgnoreCase) ? "ami-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..17] : name;

    private static void Check(string name, string text, ObjectValue parameter, SourceMap source, int line)
    {
        if (parameter["AllowedValues"] is ArrayValue allowed && !allowed.Any(value => Text(value) == text))
            throw source.Complain(parameter, line, $"The parameter {name} is \"{text}\", which is none of {string.Join(", ", allowed.Select(Text))}.");
        if (parameter["MinLength"] is NumberValue { Number: var shortest } && text.Length < shortest)
            throw source.Complain(parameter, line, $"The parameter {name} needs at least {shortest} characters.");
    }

    private static string? Text(Value? value) => value switch
    {
        StringValue text => text.Text,
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        BooleanValue flag => flag.Boolean ? "true" : "false",
        _ => null,
    };
}
