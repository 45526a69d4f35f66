using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// finally: its statements are read anew for every way out of the block.
internal sealed partial class WorkflowReader
{
    private const int MaxFinallyCopies = 8;

    // try { body } finally { F }
    //   ──▶
    // try { body } catch failure { F; throw failure }        return, break and continue in the body run a copy of F first
    // F
    private void ReadFinally(ITryOperation @try, IBlockOperation statements)
    {
        var origin = At("try", @try);
        var outer = _place;
        var failure = new Handler(_compilation.GetSpecialType(SpecialType.System_Object), [ErrorNames.All], _names.Create("failure"), NewLabel());
        var frame = new FinallyFrame(statements, failure.Entry, outer);
        _place = outer with { Handlers = [failure, .. outer.Handlers], Finallies = [frame, .. outer.Finallies] };
        var body = @try.Catches.IsEmpty ? ReadBlock(@try.Body) : ReadBlock(() => ReadCatches(@try));
        _place = outer;
        if (@try.Catches.IsEmpty)
            CheckCanThrow(@try, body);

        var afterwards = Completes(body) ? ReadCopy(frame) : Block.Empty;
        var failed = ReadBlock(() =>
        {
            foreach (var step in ReadCopy(frame).Steps)
                Add(step);
            RethrowTo(statements, failure, new VariableExpr(failure.Variable, JsonType.Error), outer.Handlers.ToList());
        });
        Add(new TryStep(origin, body, [new CatchClause(failure.ErrorNames, failure.Variable, failure.Entry, failed)]));
        foreach (var step in afterwards.Steps)
            Add(step);
        if (frame.Copies > MaxFinallyCopies)
        {
            var keyword = (statements.Syntax.Parent as FinallyClauseSyntax)?.FinallyKeyword.GetLocation() ?? statements.Syntax.GetLocation();
            _sink.Report(StatementDescriptors.TooManyCopies, keyword, frame.Copies, MaxFinallyCopies);
        }
    }

    private Block ReadCopy(FinallyFrame frame)
    {
        frame.Copies++;
        var inner = _place;
        _place = frame.Outer;
        var copy = ReadBlock(frame.Statements);
        _place = inner;
        return copy;
    }

    // False where every way through the block ends or jumps. A loop and what a jump may leave count as ways through.
    private static bool Completes(Block block) => block.Steps.All(s => s switch
    {
        ReturnStep or FailStep or JumpStep => false,
        IfStep step => Completes(step.Then) || Completes(step.Else),
        EntryStep step => Completes(step.Body),
        OutsideStep step => Completes(step.Body),
        TryStep step => Completes(step.Body) || step.Clauses.Any(c => Completes(c.Body)),
        _ => true,
    });

    /// <summary>A <c>finally</c> around what is being read.</summary>
    /// <param name="statements">Its block.</param>
    /// <param name="clause">The entry of the clause that runs it after a failure.</param>
    /// <param name="outer">Where its statements stand.</param>
    private sealed class FinallyFrame(IBlockOperation statements, Label clause, Place outer)
    {
        public IBlockOperation Statements => statements;

        public Label Clause => clause;

        public Place Outer => outer;

        public int Copies { get; set; }
    }
}
