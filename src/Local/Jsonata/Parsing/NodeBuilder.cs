using System.Runtime.CompilerServices;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>Turns the shaped tree into nodes that can be evaluated.</summary>
/// <param name="boundNames">Variables that the expression binds somewhere; all others come from outside. Null: every name may be bound.</param>
internal sealed class NodeBuilder(IReadOnlySet<string>? boundNames)
{
    public Node Build(SyntaxNode syntax)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var node = BuildByKind(syntax);
        if (syntax.Predicates is { } predicates)
            node = new PredicateNode(node, [.. predicates.Select(p => BuildFilter(p.Filter!))]);
        if (syntax.Kind != SyntaxKind.Path && syntax.Group is { } group)
            node = new GroupNode(Pairs(group), node, group.Position);
        // Paths, calls and wildcards collapse their own sequences.
        return syntax.KeepsArray || syntax.Predicates is not null || syntax.Kind == SyntaxKind.Apply ? new CollapseNode(node, syntax.KeepsArray) : node;
    }

    private Node BuildByKind(SyntaxNode syntax)
    {
        var position = syntax.Position;
        switch (syntax.Kind)
        {
            case SyntaxKind.Path:
                return BuildPath(syntax);
            case SyntaxKind.Name:
                return new NameNode(string.Intern(syntax.Text), position);
            case SyntaxKind.Variable:
                return BuildVariable(syntax);
            case SyntaxKind.String or SyntaxKind.Number or SyntaxKind.Constant or SyntaxKind.Regex:
                return new LiteralNode(syntax.Literal!, position);
            case SyntaxKind.Wildcard:
                return new WildcardNode(position);
            case SyntaxKind.Descendant:
                return new DescendantNode(position);
            case SyntaxKind.Parent:
                return new VariableNode(string.Intern(syntax.Slot!.Label), position);
            case SyntaxKind.Binary:
                return BuildBinary(syntax);
            case SyntaxKind.Unary:
                return new NegationNode(Build(syntax.Left!), position);
            case SyntaxKind.ArrayConstructor:
                return new ArrayNode(
                    [.. syntax.Items.Select(i => (Build(i), i.Kind == SyntaxKind.ArrayConstructor))], syntax.IsConstructorStep, position);
            case SyntaxKind.ObjectConstructor:
                return new GroupNode(Pairs(syntax), null, position);
            case SyntaxKind.Block:
                return new BlockNode([.. syntax.Items.Select(Build)], boundNames is not { Count: 0 }, position);
            case SyntaxKind.Bind:
                return new BindNode(syntax.Text, Build(syntax.Right!), position);
            case SyntaxKind.Condition:
                return new ConditionNode(Build(syntax.Left!), Build(syntax.Right!), syntax.Third is null ? null : Build(syntax.Third), position);
            case SyntaxKind.Call:
                return BuildCall(syntax);
            case SyntaxKind.TailCall:
                return new TailCallNode(BuildCall(syntax.Left!));
            case SyntaxKind.PartialCall:
                return new PartialCallNode(
                    Build(syntax.Left!), [.. syntax.Items.Select(a => a.Kind == SyntaxKind.Operator ? null : Build(a))], position);
            case SyntaxKind.Lambda:
                return new LambdaNode([.. syntax.Items.Select(p => p.Text)], Build(syntax.Left!), syntax.Signature, position);
            case SyntaxKind.Apply:
                // Of a call on the right only the call counts: a predicate behind it is not applied.
                var right = syntax.Right!.Kind == SyntaxKind.Call ? BuildCall(syntax.Right) : Build(syntax.Right);
                return new ApplyNode(Build(syntax.Left!), right, position);
            case SyntaxKind.Transform:
                return new TransformNode(Build(syntax.Left!), Build(syntax.Right!), syntax.Third is null ? null : Build(syntax.Third), position);
            default:
                throw new JsonataException("S0206") { Position = position, Token = syntax.Text };
        }
    }

    private Node BuildVariable(SyntaxNode syntax)
    {
        if (syntax.Text.Length == 0)
            return new ContextNode(syntax.Position);
        return boundNames?.Contains(syntax.Text) == false
            ? new GlobalNode(syntax.Text, syntax.Position)
            : new VariableNode(syntax.Text, syntax.Position);
    }

    private CallNode BuildCall(SyntaxNode syntax) => new(Build(syntax.Left!), [.. syntax.Items.Select(Build)], syntax.Position);

    private Node BuildBinary(SyntaxNode syntax)
    {
        var (left, right, position) = (Build(syntax.Left!), Build(syntax.Right!), syntax.Position);
        return syntax.Text switch
        {
            "+" or "-" or "*" or "/" or "%" => new ArithmeticNode(syntax.Text[0], left, right, position),
            "=" or "!=" => new EqualityNode(syntax.Text == "!=", left, right, position),
            "<" or "<=" or ">" or ">=" => new ComparisonNode(syntax.Text, left, right, position),
            "&" => new ConcatenationNode(left is ConcatenationNode longer ? [.. longer.Operands, right] : [left, right], position),
            "and" or "or" => new LogicNode(syntax.Text == "and", left, right, position),
            "in" => new InclusionNode(left, right, position),
            ".." => new RangeNode(left, right, position),
            _ => throw new JsonataException("S0201") { Position = position, Token = syntax.Text },
        };
    }

    private (Node Key, Node Value)[] Pairs(SyntaxNode syntax) => [.. syntax.Pairs.Select(p => (Build(p.Key), Build(p.Value)))];

    private PathNode BuildPath(SyntaxNode syntax)
    {
        var group = syntax.Group is null ? null : new GroupNode(Pairs(syntax.Group), null, syntax.Group.Position);
        return new PathNode(
            [.. syntax.Steps.Select(BuildStep)],
            startsWithVariable: syntax.Steps[0].Kind == SyntaxKind.Variable,
            syntax.KeepsSingletonArray,
            keepsTuples: syntax.IsTuple,
            group,
            syntax.Position);
    }

    private Step BuildStep(SyntaxNode syntax)
    {
        var expression = syntax.Kind == SyntaxKind.Sort
            ? new SortNode([.. syntax.Terms.Select(t => new SortTerm(Build(t.Expression), t.IsDescending))], syntax.Position)
            : Build(syntax);
        return new Step(expression, [.. (syntax.Stages ?? []).Select(BuildStage)])
        {
            IsConstructor = syntax.IsConstructorStep,
            IsTuple = syntax.IsTuple,
            Focus = syntax.Focus,
            Index = syntax.Index,
            Ancestor = syntax.Ancestor is null ? null : string.Intern(syntax.Ancestor.Label),
        };
    }

    private Stage BuildStage(StageSyntax stage) => new(stage.Filter is null ? null : BuildFilter(stage.Filter), stage.Index);

    // Of a number as predicate only the number counts, not what follows it.
    private Filter BuildFilter(SyntaxNode predicate) => new(predicate.Kind == SyntaxKind.Number ? BuildByKind(predicate) : Build(predicate));
}
