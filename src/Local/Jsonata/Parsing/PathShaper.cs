using System.Runtime.CompilerServices;

namespace Aot.Local.Jsonata.Parsing;

/// <summary>Turns chains of dots, predicates and bindings into paths of steps, and finds for each <c>%</c> the step it looks at.</summary>
internal static partial class PathShaper
{
    /// <exception cref="JsonataException">A construct stands where it cannot (S02…).</exception>
    public static SyntaxNode Shape(SyntaxNode tree)
    {
        var shaped = ShapeNode(tree);
        if (shaped.Kind == SyntaxKind.Parent || shaped.SeekingParents is not null)
            throw new JsonataException("S0217") { Position = shaped.Position, Token = shaped.Text };
        return shaped;
    }

    private static SyntaxNode ShapeNode(SyntaxNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var shaped = ShapeByKind(node);
        shaped.KeepsArray |= node.KeepsArray;
        return shaped;
    }

    private static SyntaxNode ShapeByKind(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Binary:
                return ShapeBinary(node);
            case SyntaxKind.Unary:
                return ShapeMinus(node);
            case SyntaxKind.Name:
                return new SyntaxNode(SyntaxKind.Path, node.Position) { Steps = [node], KeepsSingletonArray = node.KeepsArray };
            case SyntaxKind.ArrayConstructor or SyntaxKind.Block:
                return ShapeItems(node);
            case SyntaxKind.ObjectConstructor:
                var constructor = new SyntaxNode(node.Kind, node.Position) { Text = node.Text };
                foreach (var (key, value) in node.Pairs)
                    constructor.Pairs.Add((ShapeChild(constructor, key), ShapeChild(constructor, value)));
                return constructor;
            case SyntaxKind.Call or SyntaxKind.PartialCall:
                var call = new SyntaxNode(node.Kind, node.Position) { Text = node.Text };
                foreach (var argument in node.Items)
                    call.Items.Add(argument.Kind == SyntaxKind.Operator ? argument : ShapeChild(call, argument));
                call.Left = ShapeNode(node.Left!);
                return call;
            case SyntaxKind.Lambda:
                var body = MarkTailCalls(ShapeNode(node.Left!));
                return new SyntaxNode(node.Kind, node.Position) { Items = node.Items, Signature = node.Signature, Left = body };
            case SyntaxKind.Condition:
                var condition = new SyntaxNode(node.Kind, node.Position);
                condition.Left = ShapeChild(condition, node.Left!);
                condition.Right = ShapeChild(condition, node.Right!);
                condition.Third = node.Third is null ? null : ShapeChild(condition, node.Third);
                return condition;
            case SyntaxKind.Transform:
                return new SyntaxNode(node.Kind, node.Position)
                {
                    Left = ShapeNode(node.Left!),
                    Right = ShapeNode(node.Right!),
                    Third = node.Third is null ? null : ShapeNode(node.Third),
                };
            case SyntaxKind.End:
                throw new JsonataException("S0207") { Position = node.Position, Token = node.Text };
            default:
                return node;
        }
    }

    private static SyntaxNode ShapeBinary(SyntaxNode node)
    {
        switch (node.Text)
        {
            case ".":
                return ShapeDot(node);
            case "[":
                return ShapePredicate(node);
            case "{":
                return ShapeGroup(node);
            case "^":
                return ShapeOrderBy(node);
            case "@":
                return ShapeFocus(node);
            case "#":
                return ShapeIndex(node);
            case ":=":
                var bind = new SyntaxNode(SyntaxKind.Bind, node.Position) { Text = node.Left!.Text };
                bind.Right = ShapeChild(bind, node.Right!);
                return bind;
            case "~>":
                var (left, right) = (ShapeNode(node.Left!), ShapeNode(node.Right!));
                return new SyntaxNode(SyntaxKind.Apply, node.Position)
                {
                    Text = node.Text,
                    Left = left,
                    Right = right,
                    KeepsArray = left.KeepsArray || right.KeepsArray,
                };
            default:
                var binary = new SyntaxNode(node.Kind, node.Position) { Text = node.Text };
                binary.Left = ShapeChild(binary, node.Left!);
                binary.Right = ShapeChild(binary, node.Right!);
                return binary;
        }
    }

    private static SyntaxNode ShapeMinus(SyntaxNode node)
    {
        var operand = ShapeNode(node.Left!);
        if (operand.Kind == SyntaxKind.Number)
        {
            operand.Literal = Json.NumberValue.Of(-((Json.NumberValue)operand.Literal!).Number);
            return operand;
        }
        var minus = new SyntaxNode(node.Kind, node.Position) { Text = node.Text, Left = operand };
        PassOnParents(operand, minus);
        return minus;
    }

    private static SyntaxNode ShapeItems(SyntaxNode node)
    {
        var shaped = new SyntaxNode(node.Kind, node.Position) { Text = node.Text };
        foreach (var item in node.Items)
        {
            var part = ShapeChild(shaped, item);
            shaped.Items.Add(part);
            if (node.Kind == SyntaxKind.Block && (part.IsConstructorStep || (part.Kind == SyntaxKind.Path && part.Steps[0].IsConstructorStep)))
                shaped.IsConstructorStep = true;
        }
        return shaped;
    }

    private static SyntaxNode ShapeChild(SyntaxNode parent, SyntaxNode child)
    {
        var shaped = ShapeNode(child);
        PassOnParents(shaped, parent);
        return shaped;
    }

    // function(){ cond ? f(x) : (a; g(y)) }
    //   ──▶ f and g are not called inside the body but by the loop that called the function, so recursion does not grow the stack.
    private static SyntaxNode MarkTailCalls(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Call when node.Predicates is null:
                return new SyntaxNode(SyntaxKind.TailCall, node.Position) { Left = node };
            case SyntaxKind.Condition:
                node.Right = MarkTailCalls(node.Right!);
                node.Third = node.Third is null ? null : MarkTailCalls(node.Third);
                return node;
            case SyntaxKind.Block when node.Items.Count > 0:
                node.Items[^1] = MarkTailCalls(node.Items[^1]);
                return node;
            default:
                return node;
        }
    }
}
