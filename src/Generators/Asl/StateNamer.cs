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
            _names[(graph, id)] = Unique(isMachine && id == graph.Start && state is PassState ? "start" : Word(state));
            foreach (var inner in state.Inner)
                NameStates(inner, isMachine: false);
        }
    }

    // A Pass is named after the first variable it still assigns.
    private static string Word(FlatState state)
    {
        var word = state.Origin.Name;
        return state is PassState { Next.Assignments: [var first, ..] } ? word.Substring(0, word.LastIndexOf('.') + 1) + first.Variable : word;
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
