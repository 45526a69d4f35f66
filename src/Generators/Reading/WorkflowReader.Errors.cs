using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// try, catch and throw; finally and when have files of their own.
internal sealed partial class WorkflowReader
{
    private void ReadTry(ITryOperation @try)
    {
        if (@try.Finally is null)
            ReadCatches(@try);
        else
            ReadFinally(@try, @try.Finally);
    }

    private void ReadCatches(ITryOperation @try)
    {
        var origin = At("try", @try);
        var outer = _place;
        var handlers = @try.Catches.Select(NewHandler).ToList();
        _place = outer with { Handlers = [.. handlers, .. outer.Handlers] };
        var body = ReadBlock(@try.Body);
        _place = outer;
        CheckCanThrow(@try, body);
        var clauses = @try.Catches.Select((clause, index) => ReadClause(@try, clause, handlers, index)).ToEquatableArray();
        CheckTimeouts(@try, handlers, body);
        Add(new TryStep(origin, body, clauses));
    }

    private void CheckCanThrow(ITryOperation @try, Block body)
    {
        if (!CanThrow(body))
            _sink.Report(Descriptors.NothingToCatch, @try.Syntax.GetFirstToken().GetLocation());
    }

    private Handler NewHandler(ICatchClauseOperation clause)
    {
        var type = clause.ExceptionType;
        var location = TypeLocation(clause);
        var errors = ErrorNames.OfCatch(type, _compilation);
        if (errors.IsDotNetOnly)
            _sink.Report(Descriptors.CannotBeCaught, location, type.Name);
        if (errors.Names.Contains(ErrorNames.All))
            _sink.Report(StatementDescriptors.CatchAllHasGaps, location);
        if (errors.IsOpen)
            _sink.Report(Descriptors.BaseExceptionCaught, location, type.Name, string.Join(", ", errors.Names));

        // Without a declaration the variable is there for `throw;` only, and goes where nobody reads it.
        var local = (clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;
        var variable = local is null ? _names.Create("error") : NewVariable(local, JsonType.Error);
        return new Handler(type, errors.Names, variable, NewLabel());
    }

    private static Location TypeLocation(ICatchClauseOperation clause) => clause.Syntax switch
    {
        CatchClauseSyntax { Declaration.Type: { } type } => type.GetLocation(),
        CatchClauseSyntax syntax => syntax.CatchKeyword.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private CatchClause ReadClause(ITryOperation @try, ICatchClauseOperation clause, List<Handler> handlers, int index)
    {
        var outer = _place;
        var handler = handlers[index];
        _place = outer with { Catching = handler };
        var body = clause.Filter is null
            ? ReadBlock(clause.Handler)
            : ReadBlock(() => ReadFiltered(@try, clause, clause.Filter, handler, [.. handlers.Skip(index + 1), .. outer.Handlers]));
        _place = outer;
        return new CatchClause(handler.ErrorNames, handler.Variable, handler.Entry, body);
    }

    private void ReadThrow(IThrowOperation @throw)
    {
        if (@throw.Exception is null)
            Rethrow(@throw);
        else if (Unconverted(@throw.Exception) is IObjectCreationOperation creation && creation.Type is { } type)
            ThrowNew(@throw, creation, type);
        else
            Reject(@throw, "Throwing an exception object", "write 'throw new X(\"…\")', or 'throw;' in a 'catch'");
    }

    // throw new X("…");  in a try whose clause takes it  ──▶  e = {Error, Cause}; jump to the clause
    private void ThrowNew(IThrowOperation @throw, IObjectCreationOperation creation, ITypeSymbol type)
    {
        var error = ErrorNames.OfThrow(type);
        if (error.StartsWith("States.", StringComparison.Ordinal))
            _sink.Report(Descriptors.ReservedErrorThrown, creation.Syntax.GetLocation(), type.Name, error);
        var origin = At("throw", @throw);
        var cause = ReadMessage(creation, type);
        var handler = _place.Handlers.Cast<Handler?>().FirstOrDefault(h => type.InheritsFrom(h!.Type));
        if (handler is null)
        {
            Add(new FailStep(origin, ConstantExpr.Of(error), cause));
            return;
        }

        var output = new ObjectExpr(
            [new ObjectMember("Error", ConstantExpr.Of(error)), new ObjectMember("Cause", AsCause(error, cause ?? ConstantExpr.Of("")))], JsonType.Error);
        Add(new AssignStep(origin, handler.Variable, output));
        Add(new JumpStep(origin, handler.Entry));
    }

    // throw;
    //   ──▶
    // if (e.Error is one of an outer clause's) jump to that clause, else fail with e
    private void Rethrow(IThrowOperation @throw)
    {
        if (_place.Catching is not { } caught)
        {
            Reject(@throw, "'throw;' outside its 'catch' clause", "throw a new exception");
            return;
        }

        var error = new VariableExpr(caught.Variable, JsonType.Error);
        RethrowTo(@throw, caught, error, _place.Handlers.ToList());
    }

    private void RethrowTo(IOperation at, Handler caught, Expr error, List<Handler> handlers)
    {
        var index = handlers.FindIndex(h => caught.Type.InheritsFrom(h.Type) || h.Type.InheritsFrom(caught.Type));
        var origin = At("throw", at);
        var name = new MemberExpr(error, "Error", JsonType.String);
        if (index < 0)
        {
            Add(new FailStep(origin, name, new MemberExpr(error, "Cause", JsonType.String)));
            return;
        }

        var handler = handlers[index];
        var jump = new Block([new AssignStep(origin, handler.Variable, error), new JumpStep(origin, handler.Entry)]);
        if (caught.Type.InheritsFrom(handler.Type) || handler.ErrorNames.Contains(ErrorNames.All))
        {
            foreach (var step in jump.Steps)
                Add(step);
            return;
        }

        var otherwise = ReadBlock(() => RethrowTo(at, caught, error, handlers.Skip(index + 1).ToList()));
        Add(new IfStep(origin, IsOneOf(name, handler.ErrorNames), jump, otherwise));
    }

    // As ErrorEquals matches: States.TaskFailed stands for every error but a timeout.
    private static Expr IsOneOf(Expr name, EquatableArray<string> errorNames)
    {
        var listed = errorNames.Where(n => n != ErrorNames.TaskFailed).Select(n => new ArrayItem(ConstantExpr.Of(n))).ToEquatableArray();
        Expr isListed = new BinaryExpr(BinaryOperator.In, name, new ArrayExpr(listed, JsonType.Array(JsonType.String)), JsonType.Boolean);
        if (listed.Count == errorNames.Count)
            return isListed;
        Expr isNoTimeout = new BinaryExpr(BinaryOperator.NotEqual, name, ConstantExpr.Of(ErrorNames.Timeout), JsonType.Boolean);
        return listed.Count == 0 ? isNoTimeout : new BinaryExpr(BinaryOperator.Or, isListed, isNoTimeout, JsonType.Boolean);
    }

    private static bool CanThrow(Block block) => block.Steps.Any(s => s switch
    {
        TaskStep or ParallelStep or MapStep or JumpStep => true,
        IfStep step => CanThrow(step.Then) || CanThrow(step.Else),
        LoopStep step => CanThrow(step.Body) || CanThrow(step.Test),
        LabeledStep step => CanThrow(step.Body),
        EntryStep step => CanThrow(step.Body),
        OutsideStep step => CanThrow(step.Body),
        TryStep step => CanThrow(step.Body) || step.Clauses.Any(c => CanThrow(c.Body)),
        _ => false,
    });
}
