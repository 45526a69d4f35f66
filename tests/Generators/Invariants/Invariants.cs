using System.Text.RegularExpressions;
using Aot.Generators.Jsonata;
using Aot.Local.Jsonata.Parsing;

namespace Aot.Generators.Tests.Invariants;

/// <summary>What an expression that the compiler wrote never does, whatever the C# was; asked of the text, by the parser of the local engine.</summary>
internal static partial class Invariants
{
    private static readonly HashSet<string> _sequenceFunctions = ["map", "filter", "distinct", "keys", "each", "match", "partition", "spread", "sift"];
    private static readonly HashSet<string> _volatileFunctions = ["now", "millis", "uuid", "random", "shuffle"];
    private static readonly HashSet<string> _costlyFunctions = ["map", "filter", "reduce", "sort", "distinct", "each", "match", "parse", "hash"];

    /// <summary>Faults of one expression against I2 (arrays), I4 (once) and I5 (names).</summary>
    public static IEnumerable<string> Of(string expression)
    {
        foreach (var (node, parent) in Nodes(Parser.Parse(expression).Tree, null))
        {
            if (node.Kind == SyntaxKind.Call && Function(node) is { } name && _sequenceFunctions.Contains(name) && name != "sift" && !IsWrapped(node, parent))
                yield return $"I2: ${name} gives nothing for no items and a bare item for one; {Text(parent)} takes it as it is";
            if (node is { Kind: SyntaxKind.Binary, Text: "[" } && (node.Left!.Kind != SyntaxKind.Block || IsCondition(node.Right!)))
                yield return $"I2: {Text(node)} is a predicate or an index of a step";
            if (node is { Kind: SyntaxKind.Binary, Text: "." } && node.Left is { Kind: SyntaxKind.ArrayConstructor } or { Kind: SyntaxKind.Binary, Text: "[", Right: { Kind: SyntaxKind.ArrayConstructor } })
                yield return $"I2: {Text(node)} maps a path over an array";
            if (node.Kind == SyntaxKind.Bind || node is { Kind: SyntaxKind.Binary, Text: ":=" })
            {
                if (NameFault(node.Left!.Text) is { } fault)
                    yield return fault;
            }

            if (node.Kind == SyntaxKind.Lambda)
            {
                foreach (var fault in node.Items.Select(p => NameFault(p.Text)).OfType<string>())
                    yield return fault;
                foreach (var inner in Nodes(node.Left!, node).Where(n => n.Node.Kind == SyntaxKind.Variable && n.Node.Text == "states" && n.Parent is not { Text: "." }))
                    yield return $"I5: ${inner.Node.Text} as a whole";
            }
        }

        foreach (Match match in Substitution().Matches(expression))
        {
            if (!Placeholder().IsMatch(expression[match.Index..]))
                yield return $"I5: '{expression[match.Index..]}' would be taken for a substitution";
        }
    }

    /// <summary>A fault against I1: a constructor where JSON with expressions at its leaves would do.</summary>
    public static string? OfTemplate(string expression, bool isOutput) => Parser.Parse(expression).Tree switch
    {
        { Kind: SyntaxKind.ObjectConstructor } => $"I1: {expression} is an object constructor",
        { Kind: SyntaxKind.ArrayConstructor, Items: var items } when !isOutput && !items.Any(IsSeveral) => $"I1: {expression} is an array constructor",
        _ => null,
    };

    /// <summary>Faults against I3: a member that may be absent is read where nothing asks for it.</summary>
    public static IEnumerable<string> Unguarded(string expression, IReadOnlySet<string> nullable)
    {
        var parents = new Dictionary<SyntaxNode, SyntaxNode?>();
        foreach (var (node, parent) in Nodes(Parser.Parse(expression).Tree, null))
            parents[node] = parent;
        foreach (var path in parents.Keys.Where(n => n is { Kind: SyntaxKind.Binary, Text: ".", Right: { Kind: SyntaxKind.Name } name } && nullable.Contains(name.Text)))
        {
            if (!IsGuarded(path, parents))
                yield return $"I3: {Text(path)} may be absent and is read unasked in {expression}";
        }
    }

    /// <summary>Faults against I4: the same costly or volatile value computed twice on one way through the expression.</summary>
    public static IEnumerable<string> Repeated(string expression)
    {
        var tree = Parser.Parse(expression).Tree;
        var calls = Nodes(tree, null).Select(n => n.Node).Where(n => n.Kind == SyntaxKind.Call && Function(n) is { } name && _costlyFunctions.Contains(name));
        return calls.GroupBy(Text).Where(g => g.Count() > 1 && g.Skip(1).Any(n => !AreExclusive(tree, g.First(), n))).Select(g => $"I4: {g.Key} is computed {g.Count()} times in {expression}");
    }

    /// <summary>How often an expression asks the clock or for random values.</summary>
    public static int CountVolatile(string expression) =>
        Nodes(Parser.Parse(expression).Tree, null).Count(n => n.Node is { Kind: SyntaxKind.Call, Items.Count: 0 } && Function(n.Node) is { } name && _volatileFunctions.Contains(name));

    /// <summary>Why a variable must not have a name; null where it may.</summary>
    public static string? NameFault(string name) =>
        JsonataNames.IsReserved(name) ? $"I5: ${name} hides a function"
        : name.StartsWith('_') || name.Length > 80 ? $"I5: ${name} is no name of a variable"
        : null;

    private static bool IsWrapped(SyntaxNode call, SyntaxNode? parent) =>
        parent is { Kind: SyntaxKind.ArrayConstructor, Items.Count: 1 }
        || (call.KeepsArray && parent is { Kind: SyntaxKind.Call } append && Function(append) == "append");

    // What may be several items, or an array: brackets around it are no literal.
    private static bool IsSeveral(SyntaxNode item) => item.Kind == SyntaxKind.Call || item is { Kind: SyntaxKind.Binary, Text: ".." or "." or "~>" } or { Kind: SyntaxKind.Block };

    private static bool IsCondition(SyntaxNode node) =>
        node is { Kind: SyntaxKind.String } or { Kind: SyntaxKind.Binary, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" or "and" or "or" or "in" };

    private static bool IsGuarded(SyntaxNode path, Dictionary<SyntaxNode, SyntaxNode?> parents)
    {
        var text = Text(path);
        for (var (node, parent) = (path, parents[path]); parent is not null; (node, parent) = (parent, parents[parent]))
        {
            if (parent.Kind == SyntaxKind.Call && Function(parent) is "exists" or "type")
                return true;
            if (parent is { Kind: SyntaxKind.Binary, Text: "=" or "!=" } && Text(parent.Right!) == "null")
                return true;
            if (parent.Kind == SyntaxKind.Condition && node != parent.Left && Nodes(parent.Left!, null).Any(n => Text(n.Node) == text))
                return true;
        }

        return false;
    }

    // Of `a ? b : c` only one of b and c is evaluated.
    private static bool AreExclusive(SyntaxNode tree, SyntaxNode left, SyntaxNode right) => Nodes(tree, null).Any(n =>
        n.Node is { Kind: SyntaxKind.Condition, Third: { } otherwise } condition
        && ((Contains(condition.Right!, left) && Contains(otherwise, right)) || (Contains(condition.Right!, right) && Contains(otherwise, left))));

    private static bool Contains(SyntaxNode tree, SyntaxNode node) => Nodes(tree, null).Any(n => n.Node == node);

    private static string? Function(SyntaxNode call) => call.Left is { Kind: SyntaxKind.Variable } variable ? variable.Text : null;

    private static IEnumerable<(SyntaxNode Node, SyntaxNode? Parent)> Nodes(SyntaxNode node, SyntaxNode? parent)
    {
        yield return (node, parent);
        foreach (var child in Children(node))
        {
            foreach (var inner in Nodes(child, node))
                yield return inner;
        }
    }

    private static IEnumerable<SyntaxNode> Children(SyntaxNode node) => new[] { node.Left, node.Right, node.Third }.OfType<SyntaxNode>()
        .Concat(node.Items)
        .Concat(node.Pairs.SelectMany(p => new[] { p.Key, p.Value }))
        .Concat(node.Terms.Select(t => t.Expression));

    private static string Text(SyntaxNode? node) => node is null ? "the state"
        : node.Kind == SyntaxKind.Constant ? node.Literal!.ToJson()
        : Children(node).Any() ? $"({node.Kind} {node.Text} {string.Join(' ', Children(node).Select(Text))})"
        : node.Kind is SyntaxKind.String or SyntaxKind.Number ? node.Literal!.ToJson()
        : $"{(node.Kind == SyntaxKind.Variable ? "$" : "")}{node.Text}";

    [GeneratedRegex(@"\$\{")]
    private static partial Regex Substitution();

    [GeneratedRegex(@"^\$\{[A-Za-z0-9]+\}'")]
    private static partial Regex Placeholder();
}
