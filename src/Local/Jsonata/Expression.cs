using System.Collections.Frozen;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;
using Aot.Local.Jsonata.Functions;
using Aot.Local.Jsonata.Parsing;

namespace Aot.Local.Jsonata;

/// <summary>A JSONata 2.0.6 expression, parsed once and evaluated as often as needed, by several threads if need be.</summary>
internal sealed class Expression
{
    private readonly Node _root;
    private readonly Library _library;

    private readonly Reads _reads;

    private Expression(string source, Reads reads, IReadOnlySet<string> usedNames, IReadOnlySet<string> freeVariables, Node root, Library library)
    {
        _reads = reads;
        Source = source;
        UsedNames = usedNames;
        FreeVariables = freeVariables;
        _root = root;
        _library = library;
    }

    public string Source { get; }

    /// <summary>Variables and functions that the expression reads anywhere, without their dollar; one that it binds too may be read before.</summary>
    public IReadOnlySet<string> UsedNames { get; }

    /// <summary>Variables and functions that the expression reads and does not bind itself, without their dollar; "$" is the root input.</summary>
    public IReadOnlySet<string> FreeVariables { get; }

    /// <summary>Names read from the root input itself, like <c>name</c> in <c>name.first</c> but not in <c>$v.name</c>.</summary>
    public IReadOnlyList<string> RootNames => _reads.RootNames;

    /// <summary>By what members a variable is read; null when it is read as a whole too.</summary>
    public IReadOnlySet<string>? MembersRead(string variable) => _reads.Members.TryGetValue(variable, out var members) ? members : FrozenSet<string>.Empty;

    /// <summary>The names that only a variable from outside can give a value.</summary>
    public IEnumerable<string> OuterVariables => FreeVariables.Where(name => name != "$" && _library.Find(name) is null);

    /// <exception cref="JsonataException">The text is not an expression (S…).</exception>
    public static Expression Parse(string source) => Parse(source, Library.Standard);

    internal static Expression Parse(string source, Library library)
    {
        try
        {
            var parsed = Parser.Parse(source);
            var free = parsed.UsedNames.Where(name => name.Length > 0 && !parsed.BoundNames.Contains(name)).ToHashSet(StringComparer.Ordinal);
            var reads = Reads.Of(parsed.Tree);
            return new Expression(source, reads, parsed.UsedNames, free, new NodeBuilder(parsed.BoundNames).Build(PathShaper.Shape(parsed.Tree)), library);
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooDeep();
        }
    }

    /// <summary>Evaluates the expression; <c>null</c> is undefined.</summary>
    /// <exception cref="JsonataException">The evaluation failed (T…, D…) or reached a limit (U1001).</exception>
    public Value? Evaluate(Value? input, Bindings bindings, EvaluationLimits limits)
    {
        var run = new Run(input, bindings, limits, _library);
        try
        {
            var context = input is ArrayValue array
                ? new ArrayValue((Value)array) { Traits = ArrayTraits.Sequence | ArrayTraits.InputWrapper }
                : input;
            var result = _root.Evaluate(context, new Frame(run, null));
            if (result is ArrayValue or ObjectValue && result.Weight > limits.MaxItems)
                throw new JsonataException("U1001") { Detail = $"its result has more than {limits.MaxItems} items and characters" };
            return run.NeedsCleaning || result is ArrayValue { Traits: not ArrayTraits.None } ? Cleaning.Clean(result, run) : result;
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooDeep();
        }
    }

    private static JsonataException TooDeep() => new("U1001") { Detail = "it is nested too deep; look for a recursion that does not end" };
}
