using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Aot.Synth.Templates;

/// <summary>A template's text with the places of its resources. YAML tells where things are; all edits are made on the text.</summary>
internal sealed class TemplateDocument
{
    private const string Transform = "AWS::Serverless-2016-10-31";

    private TemplateDocument(string path, string text, bool hasByteOrderMark)
    {
        Path = path;
        Text = text;
        HasByteOrderMark = hasByteOrderMark;
        NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    public string Path { get; }

    public string Text { get; }

    public bool HasByteOrderMark { get; }

    /// <summary>The line break that the file uses.</summary>
    public string NewLine { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<TemplateResource> Resources { get; private set; } = [];

    /// <summary>What <c>!Ref</c> may name: logical ids of resources and parameters.</summary>
    public IReadOnlySet<string> Names { get; private set; } = new HashSet<string>();

    /// <summary>Spaces before a logical id.</summary>
    public int Indentation { get; private set; } = 2;

    /// <summary>Offset behind the last resource.</summary>
    public int EndOfResources { get; private set; }

    /// <exception cref="SynthException">The file is absent, no UTF-8, or no SAM template that can be edited.</exception>
    public static TemplateDocument Load(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SynthException(new SynthProblem(
                "WF7005", path, 0, $"The template cannot be read: {exception.Message} Create it with the lines \"Transform: {Transform}\" and \"Resources:\"."));
        }

        var hasByteOrderMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(hasByteOrderMark ? 3 : 0));
            return Parse(path, text, hasByteOrderMark);
        }
        catch (DecoderFallbackException)
        {
            throw new SynthException(new SynthProblem("WF7005", path, 0, "The template is not UTF-8 text. Save it as UTF-8."));
        }
    }

    public static TemplateDocument Parse(string path, string text, bool hasByteOrderMark = false)
    {
        var document = new TemplateDocument(path, text, hasByteOrderMark);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            document.ReadRoot(yaml);
        }
        catch (YamlException exception)
        {
            throw document.Unusable((int)exception.Start.Line, $"The template is not valid YAML: {exception.Message} Correct it and build again.");
        }

        return document;
    }

    private void ReadRoot(YamlStream yaml)
    {
        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
            throw Unusable(1, "The template has to be one YAML document with a mapping at the top. Remove what else is there.");
        if (!NamesTransform(Child(root, "Transform")))
            throw Unusable(1, $"The template is no SAM template. Add the line \"Transform: {Transform}\".");
        if (root.Children.FirstOrDefault(child => Key(child.Key) == "Resources") is not { Key: YamlNode key } section)
            throw Unusable(1, "The template has no \"Resources:\". Add that line where the generated resources may go.");

        if (section.Value is YamlMappingNode { Style: not YamlDotNet.Core.Events.MappingStyle.Flow } mapping)
            ReadResources(mapping, root.Children.Keys.Select(other => (int)other.Start.Index).Where(start => start > key.Start.Index).DefaultIfEmpty(Text.Length).Min());
        else if (section.Value is YamlScalarNode { Value: null or "" })
            EndOfResources = EndOfLine((int)key.Start.Index);
        else
            throw Unusable((int)key.Start.Line, "\"Resources\" is not written as indented lines, so nothing can be added to it. Write one logical id per line below it.");

        var parameters = Child(root, "Parameters") is YamlMappingNode declared ? declared.Children.Keys.Select(Key) : [];
        Names = Resources.Select(resource => resource.LogicalId).Concat(parameters).ToHashSet(StringComparer.Ordinal);
    }

    private void ReadResources(YamlMappingNode mapping, int endOfSection)
    {
        var ends = new ContentEnds(Text);
        var starts = mapping.Children.Keys.Select(key => (int)key.Start.Index).Append(endOfSection).ToArray();
        var resources = new List<TemplateResource>();
        foreach (var (key, value) in mapping.Children)
        {
            var start = StartOfLine((int)key.Start.Index);
            var indentation = (int)key.Start.Index - start;
            if (Text.AsSpan(start, indentation).ContainsAnyExcept(' '))
                throw Unusable((int)key.Start.Line, $"The key of \"{Key(key)}\" does not stand alone on its line, so the file cannot be edited. Write \"{Key(key)}:\" on a line of its own.");

            Indentation = indentation;
            var end = EndOfBlock(ends.LastBetween((int)key.Start.Index, starts[resources.Count + 1]), indentation);
            var isGenerated = Child(Child(value, "Metadata"), "GeneratedBy") is YamlScalarNode { Value: TemplateResource.Marker };
            var definition = (Child(Child(value, "Properties"), "DefinitionUri") as YamlScalarNode)?.Value;
            resources.Add(new TemplateResource(Key(key), (int)key.Start.Line, start, end, isGenerated, definition));
        }

        Resources = resources;
        EndOfResources = resources[^1].End;
    }

    private int EndOfBlock(int lastIndex, int indentation)
    {
        var end = EndOfLine(lastIndex);
        for (var line = end; line < Text.Length;)
        {
            var next = EndOfLine(line);
            var content = Text.AsSpan(line, next - line).TrimEnd("\r\n ");
            var depth = content.Length - content.TrimStart(' ').Length;
            if (content.Length > 0 && content[depth] != '#')
            {
                if (depth <= indentation)
                    break;
                end = next;
            }

            line = next;
        }

        return end;
    }

    private int StartOfLine(int index) => Text.LastIndexOf('\n', Math.Max(index - 1, 0)) is var found && index > 0 ? found + 1 : 0;

    private int EndOfLine(int index) => Text.IndexOf('\n', Math.Min(index, Text.Length)) is >= 0 and var found ? found + 1 : Text.Length;

    private static bool NamesTransform(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => scalar.Value == Transform,
        YamlSequenceNode sequence => sequence.Children.Any(NamesTransform),
        _ => false,
    };

    private static YamlNode? Child(YamlNode? node, string name)
        => (node as YamlMappingNode)?.Children.FirstOrDefault(child => Key(child.Key) == name).Value;

    private static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private SynthException Unusable(int line, string message) => new(new SynthProblem("WF7005", Path, line, message));
}
