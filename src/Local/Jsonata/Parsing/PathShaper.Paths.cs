namespace Aot.Local.Jsonata.Parsing;

internal static partial class PathShaper
{
    private static SyntaxNode ShapeDot(SyntaxNode node)
    {
        var first = ShapeNode(node.Left!);
        var path = first;
        if (first.Kind != SyntaxKind.Path)
        {
            path = new SyntaxNode(SyntaxKind.Path, first.Position) { Steps = [first] };
            if (first.Kind == SyntaxKind.Parent)
                path.SeekingParents = [first.Slot!];
        }
        var rest = ShapeNode(node.Right!);
        if (rest.Kind == SyntaxKind.Path)
        {
            path.Steps.AddRange(rest.Steps);
        }
        else
        {
            (rest.Stages, rest.Predicates) = (rest.Predicates ?? rest.Stages, null);
            path.Steps.Add(rest);
        }
        foreach (var step in path.Steps)
        {
            if (step.Kind is SyntaxKind.Number or SyntaxKind.Constant)
                throw new JsonataException("S0213") { Position = step.Position, Token = step.Text, Value = step.Literal };
            if (step.Kind == SyntaxKind.String)
                step.Kind = SyntaxKind.Name;
            path.KeepsSingletonArray |= step.KeepsArray;
        }
        if (path.Steps[0].Kind == SyntaxKind.ArrayConstructor)
            path.Steps[0].IsConstructorStep = true;
        if (path.Steps[^1].Kind == SyntaxKind.ArrayConstructor)
            path.Steps[^1].IsConstructorStep = true;
        ResolveParents(path);
        return path;
    }

    private static SyntaxNode ShapePredicate(SyntaxNode node)
    {
        var shaped = ShapeNode(node.Left!);
        var step = LastStep(shaped);
        if (step.Group is not null)
            throw new JsonataException("S0209") { Position = node.Position };
        var predicate = ShapeNode(node.Right!);
        if (predicate.SeekingParents is not null)
        {
            foreach (var slot in predicate.SeekingParents)
            {
                if (slot.Level == 1)
                    SeekParent(step, slot);
                else
                    slot.Level--;
            }
            PassOnParents(predicate, step);
        }
        var stage = new StageSyntax(predicate, null, node.Position);
        if (shaped.Kind == SyntaxKind.Path)
            (step.Stages ??= []).Add(stage);
        else
            (step.Predicates ??= []).Add(stage);
        return shaped;
    }

    private static SyntaxNode ShapeGroup(SyntaxNode node)
    {
        var shaped = ShapeNode(node.Left!);
        if (shaped.Group is not null)
            throw new JsonataException("S0210") { Position = node.Position };
        shaped.Group = new SyntaxNode(SyntaxKind.ObjectConstructor, node.Position);
        foreach (var (key, value) in node.Pairs)
            shaped.Group.Pairs.Add((ShapeNode(key), ShapeNode(value)));
        return shaped;
    }

    private static SyntaxNode ShapeOrderBy(SyntaxNode node)
    {
        var shaped = ShapeNode(node.Left!);
        var path = shaped.Kind == SyntaxKind.Path ? shaped : new SyntaxNode(SyntaxKind.Path, shaped.Position) { Steps = [shaped] };
        var sort = new SyntaxNode(SyntaxKind.Sort, node.Position);
        foreach (var term in node.Terms)
            sort.Terms.Add(term with { Expression = ShapeChild(sort, term.Expression) });
        path.Steps.Add(sort);
        ResolveParents(path);
        return path;
    }

    private static SyntaxNode ShapeFocus(SyntaxNode node)
    {
        var shaped = ShapeNode(node.Left!);
        var step = LastStep(shaped);
        if (step.Stages is not null || step.Predicates is not null)
            throw new JsonataException("S0215") { Position = node.Position };
        if (step.Kind == SyntaxKind.Sort)
            throw new JsonataException("S0216") { Position = node.Position };
        step.KeepsArray |= node.KeepsArray;
        step.Focus = node.Right!.Text;
        step.IsTuple = true;
        return shaped;
    }

    private static SyntaxNode ShapeIndex(SyntaxNode node)
    {
        var shaped = ShapeNode(node.Left!);
        var step = LastStep(shaped);
        if (shaped.Kind != SyntaxKind.Path)
        {
            shaped = new SyntaxNode(SyntaxKind.Path, step.Position) { Steps = [step] };
            (step.Stages, step.Predicates) = (step.Predicates ?? step.Stages, null);
        }
        if (step.Stages is null)
            step.Index = node.Right!.Text;
        else
            step.Stages.Add(new StageSyntax(null, node.Right!.Text, node.Position));
        step.IsTuple = true;
        return shaped;
    }

    private static SyntaxNode LastStep(SyntaxNode node) => node.Kind == SyntaxKind.Path ? node.Steps[^1] : node;
}
