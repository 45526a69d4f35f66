using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Aot.Local.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aot.Local.Template;

/// <summary>Reads a template's YAML (or JSON, which is YAML too) into values; the short form <c>!Ref X</c> becomes the long one, <c>{"Ref": "X"}</c>.</summary>
internal static partial class YamlReader
{
    /// <summary>Reads the text; lines go into <paramref name="source"/>.</summary>
    /// <exception cref="TemplateException">It is not YAML, or not an object.</exception>
    public static ObjectValue Read(string text, SourceMap source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            // "(Line: 3, Col: 5, …): While parsing…, did not find expected key." The position is ours to write.
            throw new TemplateException(source.File, (int)e.Start.Line, "This is not YAML: " + e.Message + " Check the indentation and the quotes of this line and the one above.");
        }
        if (stream.Documents.Count == 0) throw new TemplateException(source.File, 1, "The template is empty. It needs at least a Resources section.");
        return Convert(stream.Documents[0].RootNode, source) as ObjectValue
            ?? throw new TemplateException(source.File, 1, "The template must be a mapping with a Resources section.");
    }

    private static Value Convert(YamlNode node, SourceMap source)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new TemplateException(source.File, (int)node.Start.Line, "The template is nested too deep. An alias (*name) must not stand inside what it repeats.");
        var value = WithTag(node, node switch
        {
            YamlMappingNode mapping => Members(mapping, source),
            YamlSequenceNode sequence => new ArrayValue([.. sequence.Children.Select(child => Convert(child, source))]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new TemplateException(source.File, (int)node.Start.Line, "This kind of YAML node has no meaning in a template."),
        }, source);
        if (value is not (NullValue or BooleanValue)) source.Add(value, (int)node.Start.Line);
        return value;
    }

    private static ObjectValue Members(YamlMappingNode mapping, SourceMap source)
    {
        var members = new ObjectValue();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new TemplateException(source.File, (int)key.Start.Line, "A key must be plain text.");
            members[name] = Convert(value, source);
        }
        return members;
    }

    private static Value WithTag(YamlNode node, Value value, SourceMap source)
    {
        var tag = node.Tag.IsEmpty || node.Tag.IsNonSpecific ? "" : node.Tag.Value;
        if (!tag.StartsWith('!') || tag.StartsWith("!!", StringComparison.Ordinal)) return value;
        var name = tag[1..];
        if (name is "Ref" or "Condition") return new ObjectValue { [name] = value };
        if (name == "GetAtt" && value is StringValue { Text: var path })
        {
            var dot = path.IndexOf('.');
            if (dot < 0) throw new TemplateException(source.File, (int)node.Start.Line, $"!GetAtt {path} needs a resource and an attribute: !GetAtt {path}.Arn");
            value = new ArrayValue(path[..dot], path[(dot + 1)..]);
        }
        return new ObjectValue { ["Fn::" + name] = value };
    }

    // The core schema of YAML 1.2, except that 2012-10-17 stays text (it is a version in every template) and so does 000000000000.
    private static Value Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not ScalarStyle.Plain) return text;
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => NullValue.Instance,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when Number().IsMatch(text) => new NumberValue(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => text,
        };
    }

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
