using System.Runtime.CompilerServices;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>What an expression reads from outside, as far as its text tells.</summary>
/// <param name="Members">For each variable the members it is read by, <c>$v.name</c>; null when it is also read as a whole or in another way.</param>
/// <param name="RootNames">Names that stand for members of the context in which the whole expression is evaluated: <c>name</c> in <c>name.first</c>.</param>
internal sealed record Reads(IReadOnlyDictionary<string, IReadOnlySet<string>?> Members, IReadOnlyList<string> RootNames)
{
    /// <summary>Reads them off the tree as it was parsed, before it is reshaped.</summary>
    public static Reads Of(SyntaxNode tree)
    {
        var collector = new Collector();
        collector.Visit(tree, isRoot: true);
        return new Reads(collector.Members, collector.RootNames);
    }

    private sealed class Collector
    {
        public Dictionary<string, IReadOnlySet<string>?> Members { get; } = new(StringComparer.Ordinal);

        public List<string> RootNames { get; } = [];

        /// <param name="node">Null where there is none.</param>
        /// <param name="isRoot">Whether the node is evaluated in the context of the whole expression.</param>
        public void Visit(SyntaxNode? node, bool isRoot)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (node)
            {
                case null:
                    return;
                case { Kind: SyntaxKind.Variable }:
                    Members[node.Text] = null;
                    return;
                case { Kind: SyntaxKind.Name }:
                    if (isRoot && !RootNames.Contains(node.Text)) RootNames.Add(node.Text);
                    return;
                case { Kind: SyntaxKind.Binary, Text: ".", Left: { Kind: SyntaxKind.Variable, KeepsArray: false } variable, Right: { Kind: SyntaxKind.Name } member }:
                    Note(variable.Text, member.Text);
                    return;
                case { Kind: SyntaxKind.Binary, Text: "." or "[" }:
                    Visit(node.Left, isRoot);
                    Visit(node.Right, isRoot: false);
                    return;
                case { Kind: SyntaxKind.Transform }:
                    VisitAll([node.Left, node.Right, node.Third], isRoot: false);
                    return;
            }
            VisitAll([node.Left, node.Right, node.Third, .. node.Items], isRoot);
            // A grouping reads from each item, a constructor of its own from where it stands.
            var pairsAreRoot = isRoot && node.Kind == SyntaxKind.ObjectConstructor;
            foreach (var (key, value) in node.Pairs) VisitAll([key, value], pairsAreRoot);
            foreach (var term in node.Terms) Visit(term.Expression, isRoot: false);
        }

        private void VisitAll(ReadOnlySpan<SyntaxNode?> nodes, bool isRoot)
        {
            foreach (var node in nodes) Visit(node, isRoot);
        }

        private void Note(string variable, string member)
        {
            if (!Members.TryGetValue(variable, out var known)) Members[variable] = new HashSet<string>(StringComparer.Ordinal) { member };
            else if (known is HashSet<string> members) members.Add(member);
        }
    }
}
