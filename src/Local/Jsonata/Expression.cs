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

    private Expression(string source, Node root, Library library)
    {
        Source = source;
        _root = root;
        _library = library;
    }

    public string Source { get; }

    /// <exception cref="JsonataException">The text is not an expression (S…).</exception>
    public static Expression Parse(string source) => Parse(source, Library.Standard);

    internal static Expression Parse(string source, Library library)
    {
        try
        {
            var (tree, boundNames) = Parser.Parse(source);
            return new Expression(source, new NodeBuilder(boundNames).Build(PathShaper.Shape(tree)), library);
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
