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

    private Expression(string source, IReadOnlySet<string> usedNames, IReadOnlySet<string> freeVariables, Node root, Library library)
    {
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
            return new Expression(source, parsed.UsedNames, free, new NodeBuilder(parsed.BoundNames).Build(PathShaper.Shape(parsed.Tree)), library);
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
            return run.NeedsCleaning || result is ArrayValue { Traits: not ArrayTraits.None } ? Cleaning.Clean(result, run) : result;
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooDeep();
        }
    }

    private static JsonataException TooDeep() => new("U1001") { Detail = "it is nested too deep; look for a recursion that does not end" };
}
