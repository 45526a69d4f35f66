using Aot.Generators.Lowering;

namespace Aot.Generators.Asl;

/// <summary>Names states after the words of the source: never after its lines, so that a moved method keeps its names.</summary>
internal sealed class StateNamer
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(StateGraph Graph, int Id), string> _names = [];

    private StateNamer()
    {
    }

    public static StateNamer Name(StateGraph machine)
    {
        var namer = new StateNamer();
        namer.NameStates(machine, isMachine: true);
        return namer;
    }

    public string this[StateGraph graph, int id] => _names[(graph, id)];

    // Names are unique over the whole definition, branches included.
    private void NameStates(StateGraph graph, bool isMachine)
    {
        foreach (var id in graph.Ids)
        {
            var state = graph[id];
            var word = isMachine && id == graph.Start && state is PassState ? "start" : state.Origin.Name;
            _names[(graph, id)] = Unique(word);
            foreach (var inner in state.Inner)
                NameStates(inner, isMachine: false);
        }
    }

    private string Unique(string word)
    {
        // Room for a number; deep nesting makes long prefixes.
        var name = word.Length <= Limits.MaxStateNameLength - 4 ? word : word.Substring(word.Length - (Limits.MaxStateNameLength - 4)).TrimStart('.');
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = $"{name}_{number}";
        return unique;
    }
}
