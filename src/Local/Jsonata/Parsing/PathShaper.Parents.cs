namespace Aot.Local.Jsonata.Parsing;

// a.b.{ "x": %.c }
//   The % leaves a slot that seeks one level up. The path resolves it: the step before its own, b, gets the slot as its Ancestor, keeps its
//   context (an a) in it when it runs, and becomes a step that carries such bindings along (IsTuple). %.% seeks two levels up.
internal static partial class PathShaper
{
    private static void PassOnParents(SyntaxNode from, SyntaxNode to)
    {
        if (from.SeekingParents is null && from.Kind != SyntaxKind.Parent)
            return;
        var slots = from.SeekingParents ?? [];
        if (from.Kind == SyntaxKind.Parent)
            slots.Add(from.Slot!);
        if (to.SeekingParents is null)
            to.SeekingParents = slots;
        else
            to.SeekingParents.AddRange(slots);
    }

    private static void ResolveParents(SyntaxNode path)
    {
        var last = path.Steps[^1];
        var slots = last.SeekingParents ?? [];
        if (last.Kind == SyntaxKind.Parent)
            slots.Add(last.Slot!);
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            var index = path.Steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.SeekingParents ??= []).Add(slot);
                    break;
                }
                var step = path.Steps[index--];
                // Steps that bind their focus one after the other share one context.
                while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                    step = path.Steps[index--];
                SeekParent(step, slot);
            }
        }
    }

    private static void SeekParent(SyntaxNode step, ParentSlot slot)
    {
        switch (step.Kind)
        {
            case SyntaxKind.Name or SyntaxKind.Wildcard:
                if (--slot.Level == 0)
                {
                    // Two slots may name the same step; then both read what it keeps.
                    if (step.Ancestor is not null)
                        slot.Label = step.Ancestor.Label;
                    step.Ancestor = slot;
                    step.IsTuple = true;
                }
                break;
            case SyntaxKind.Parent:
                slot.Level++;
                break;
            case SyntaxKind.Block:
                if (step.Items.Count > 0)
                {
                    step.IsTuple = true;
                    SeekParent(step.Items[^1], slot);
                }
                break;
            case SyntaxKind.Path:
                step.IsTuple = true;
                for (var index = step.Steps.Count - 1; index >= 0 && (index == step.Steps.Count - 1 || slot.Level > 0); index--)
                    SeekParent(step.Steps[index], slot);
                break;
            default:
                throw new JsonataException("S0217") { Position = step.Position, Token = step.Text };
        }
    }
}
