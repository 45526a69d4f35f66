using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aot.Synth.Templates;

/// <summary>Where each piece of content of a YAML text ends. The node tree cannot tell: its collections know their start only.</summary>
internal sealed class ContentEnds
{
    private readonly List<int> _lastCharacters = [];

    public ContentEnds(string text)
    {
        var isFlow = new Stack<bool>();
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart start:
                    isFlow.Push(start.Style == MappingStyle.Flow);
                    break;
                case SequenceStart start:
                    isFlow.Push(start.Style == SequenceStyle.Flow);
                    break;
                case MappingEnd or SequenceEnd when isFlow.Pop():
                    Add(parser.Current.End);
                    break;
                // The end marks of | and > point behind the blank lines that follow, so the first line has to do; indentation finds the rest.
                case Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } scalar:
                    _lastCharacters.Add((int)scalar.Start.Index);
                    break;
                case Scalar { IsPlainImplicit: true, Value: "" } scalar:
                    _lastCharacters.Add((int)scalar.Start.Index);
                    break;
                case Scalar or AnchorAlias:
                    Add(parser.Current.End);
                    break;
            }
        }
    }

    /// <summary>Offset of the last character of content at or behind <paramref name="start"/> and before <paramref name="end"/>.</summary>
    public int LastBetween(int start, int end) => _lastCharacters.Where(last => last >= start && last < end).DefaultIfEmpty(start).Max();

    private void Add(Mark end) => _lastCharacters.Add((int)end.Index - 1);
}
