using Aot.Local.Json;

namespace Aot.Local.Jsonata.Evaluation;

/// <summary>A scope of variables: the parameters of a function or what a step carries along, and what <c>:=</c> adds. Names are interned.</summary>
internal sealed class Frame(Run run, Frame? parent)
{
    private readonly string[] _parameters = [];
    private readonly Value?[] _arguments = [];
    private readonly Binding? _carried;
    private Binding? _own;

    public Frame(Frame parent, string[] parameters, Value?[] arguments) : this(parent.Run, parent)
    {
        _parameters = parameters;
        _arguments = arguments;
    }

    public Frame(Frame parent, Binding? carried) : this(parent.Run, parent) => _carried = carried;

    public Run Run { get; } = run;

    public void Bind(string name, Value? value)
    {
        for (var own = _own; own is not null; own = own.Next)
        {
            if (ReferenceEquals(own.Name, name))
            {
                own.Value = value;
                return;
            }
        }
        _own = new Binding(name, value, _own);
    }

    /// <summary>The variable of the innermost scope that has it, be it undefined; otherwise what the bindings of the evaluation hold.</summary>
    public Value? Find(string name)
    {
        for (var frame = this; frame is not null; frame = frame.Parent)
        {
            if (Binding.Find(frame._own, name) is { } own)
                return own.Value;
            var parameters = frame._parameters;
            // Of two parameters with one name the later counts.
            for (var i = parameters.Length - 1; i >= 0; i--)
            {
                if (ReferenceEquals(parameters[i], name))
                    return i < frame._arguments.Length ? frame._arguments[i] : null;
            }
            if (Binding.Find(frame._carried, name) is { } carried)
                return carried.Value;
        }
        return Run.FindGlobal(name);
    }

    private Frame? Parent { get; } = parent;
}

/// <summary>A variable and its value, linked to those set before.</summary>
internal sealed class Binding(string name, Value? value, Binding? next)
{
    public string Name { get; } = name;

    public Value? Value { get; set; } = value;

    public Binding? Next { get; } = next;

    public static Binding? Find(Binding? first, string name)
    {
        while (first is not null && !ReferenceEquals(first.Name, name))
            first = first.Next;
        return first;
    }
}
