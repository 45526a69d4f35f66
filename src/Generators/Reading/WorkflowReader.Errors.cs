using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// try, catch and throw.
internal sealed partial class WorkflowReader
{
    private void ReadTry(ITryOperation @try)
    {
        if (@try.Finally is not null)
            Reject(@try.Finally, "'finally'", "write its statements after the 'try' and in each 'catch'");
        var origin = At("try", @try);
        var outer = _place;
        var handlers = @try.Catches.Select(NewHandler).ToList();
        _place = outer with { Handlers = [.. handlers, .. outer.Handlers] };
        var body = ReadBlock(@try.Body);
        _place = outer;
        if (!CanThrow(body))
            _sink.Report(Descriptors.NothingToCatch, @try.Syntax.GetFirstToken().GetLocation());
        var clauses = @try.Catches.Zip(handlers, ReadClause).ToEquatableArray();
        Add(new TryStep(origin, body, clauses));
    }

    private Handler NewHandler(ICatchClauseOperation clause)
    {
        var type = clause.ExceptionType;
        var location = ((clause.Syntax as CatchClauseSyntax)?.Declaration?.Type ?? clause.Syntax).GetLocation();
        if (clause.Filter is not null)
            Reject(clause.Filter, "A 'when' filter", "write an 'if' in the clause, and 'throw;' in its 'else'");
        var errors = ErrorNames.OfCatch(type, _compilation);
        if (errors.IsDotNetOnly)
            _sink.Report(Descriptors.CannotBeCaught, location, type.Name);
        if (errors.IsOpen)
            _sink.Report(Descriptors.BaseExceptionCaught, location, type.Name, string.Join(", ", errors.Names));

        // Without a declaration the variable is there for `throw;` only, and goes where nobody reads it.
        var local = (clause.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol;
        var variable = local is null ? _names.Create("error") : NewVariable(local, JsonType.Error);
        return new Handler(type, errors.Names, variable, NewLabel());
    }

    private CatchClause ReadClause(ICatchClauseOperation clause, Handler handler)
    {
        var outer = _place;
        _place = outer with { Catching = handler };
        var body = ReadBlock(clause.Handler);
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
            [new ObjectMember("Error", ConstantExpr.Of(error)), new ObjectMember("Cause", cause ?? ConstantExpr.Of(""))], JsonType.Error);
        Add(new AssignStep(origin, handler.Variable, output));
        Add(new JumpStep(origin, handler.Entry));
    }

    private Expr? ReadMessage(IObjectCreationOperation creation, ITypeSymbol type)
    {
        if (creation.Arguments.Length == 0)
            return null;
        if (creation.Arguments.Length == 1 && creation.Initializer is null && creation.Arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String)
            return ReadExpression(creation.Arguments[0].Value);
        _sink.Report(Descriptors.ThrownMessage, creation.Syntax.GetLocation(), type.Name);
        return new InvalidExpr();
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

    private void RethrowTo(IThrowOperation @throw, Handler caught, Expr error, List<Handler> handlers)
    {
        var index = handlers.FindIndex(h => caught.Type.InheritsFrom(h.Type) || h.Type.InheritsFrom(caught.Type));
        var origin = At("throw", @throw);
        var name = new MemberExpr(error, "Error", JsonType.String);
        if (index < 0)
        {
            Add(new FailStep(origin, name, new MemberExpr(error, "Cause", JsonType.String)));
            return;
        }

        var handler = handlers[index];
        var jump = new Block([new AssignStep(origin, handler.Variable, error), new JumpStep(origin, handler.Entry)]);
        if (caught.Type.InheritsFrom(handler.Type))
        {
            foreach (var step in jump.Steps)
                Add(step);
            return;
        }

        var names = new ArrayExpr(handler.ErrorNames.Select(n => new ArrayItem(ConstantExpr.Of(n))).ToEquatableArray(), JsonType.Array(JsonType.String));
        var otherwise = ReadBlock(() => RethrowTo(@throw, caught, error, handlers.Skip(index + 1).ToList()));
        Add(new IfStep(origin, new BinaryExpr(BinaryOperator.In, name, names, JsonType.Boolean), jump, otherwise));
    }

    private static bool CanThrow(Block block) => block.Steps.Any(s => s switch
    {
        TaskStep or ParallelStep or MapStep or JumpStep => true,
        IfStep step => CanThrow(step.Then) || CanThrow(step.Else),
        LoopStep step => CanThrow(step.Body) || CanThrow(step.Test),
        LabeledStep step => CanThrow(step.Body),
        TryStep step => CanThrow(step.Body) || step.Clauses.Any(c => CanThrow(c.Body)),
        _ => false,
    });
}
