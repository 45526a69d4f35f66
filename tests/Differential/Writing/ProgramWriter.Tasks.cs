namespace Aot.Differential.Tests.Writing;

// What is awaited, what fails, and what happens at once.
internal sealed partial class ProgramWriter
{
    private Code Awaited()
    {
        var (type, call) = Task();
        if (type == Ty.Void)
            return Code.Do($"await {call};");
        return Next(10) switch
        {
            < 4 when VariableOf(type, assignable: true) is { } variable => Code.Do($"{variable} = await {call};"),
            4 => Code.Do($"await {call};"),
            5 when _frame.Returns == type && Chance(30) => Code.Do($"if ({Expr(Ty.Bool, 2)})\n{{\nreturn await {call};\n}}"),
            _ => Code.Do($"{(Chance(50) ? "var" : type.Name)} {NewVariable(type)} = await {call};"),
        };
    }

    private (Ty Type, Code Call) Task() => Next(_frame.MayFail ? 14 : 11) switch
    {
        0 => (Ty.Int, Call($"desk.DeskCountAsync({_frame.At}, {Expr(Ty.Int)}, {Expr(Ty.NInt)})")),
        1 => (Ty.Str, Call($"desk.DeskSayAsync({_frame.At}, {Expr(Ty.Str)}, {Expr(Ty.NStr)})")),
        2 => (Ty.NInt, Call($"desk.DeskFindAsync({_frame.At}, {Expr(Ty.Int)})")),
        3 => (Ty.NStr, Call($"desk.DeskNoteAsync({_frame.At}, {Expr(Ty.NStr)})")),
        4 => (Ty.Bool, Call($"desk.DeskAskAsync({_frame.At}, {Expr(Ty.Bool)}, {Expr(Ty.Lvl)})")),
        5 => (Ty.Thing, Call($"desk.DeskMakeAsync({_frame.At}, {Expr(Ty.Thing)})")),
        6 => (Ty.NThing, Call($"desk.DeskSeekAsync({_frame.At}, {Expr(Ty.Str)}, {Expr(Ty.Things)})")),
        7 => (Ty.Ints, Call($"desk.DeskListAsync({_frame.At}, {Expr(Ty.Ints)}, {Expr(Ty.Int)})")),
        8 => (Ty.Time, Call($"desk.DeskWhenAsync({_frame.At}, {Expr(Ty.Time)})")),
        9 or 10 => (Ty.Void, Call($"desk.DeskTellAsync({_frame.At}, {Expr(Ty.NInt)}, {Expr(Ty.NStr)}, {Expr(Ty.Dbl)})")),
        11 => (Ty.Void, Call($"store.PutAsync(new PutRequest({_frame.At}, {Expr(Ty.Str)}, {Expr(Ty.NInt)}, {Expr(Ty.Strs)}))")),
        _ => (Ty.Int, Risk()),
    };

    private Code Risk() => Call($"desk.DeskRiskAsync({_frame.At}, {Expr(Ty.Int)})");

    private static Code Call(CodeText text) => new("task", text.Parts);

    private IEnumerable<Code> Try(int depth)
    {
        var clauses = Pick<string[]>(
            ["TooLargeException"], ["Exception"], ["OddException"], ["VeryOddException", "OddException"], ["TooLargeException", "Exception"],
            ["RefusedException", "StoreMissingException"], ["StoreMissingException", "OddException", "Exception"]);
        // Inside a branch nothing may come out of it.
        var inner = _frame.MayFail || clauses[^1] == "Exception" ? _frame with { MayFail = true, IsInTry = true } : _frame with { IsInTry = true };
        var first = inner.MayFail ? Risk() : Call($"desk.DeskCountAsync({_frame.At}, {Expr(Ty.Int)}, null)");
        var (before, after) = (In(inner, () => Block(Pick(0, 0, 1), depth - 1)), In(inner, () => Block(depth)));
        var guarded = VariableOf(Ty.Int, assignable: true) is { } variable && Chance(60)
            ? Code.Do($"{variable} = await {first};")
            : Code.Do($"await {first};");
        var body = In(inner, () => Code.Block([before with { Sort = Code.Statements }, guarded, after]));
        return [Code.Do($"try\n{{\n{body}}}\n{Code.Block(clauses.Select(c => Clause(c, depth)))}")];
    }

    private Code Clause(string exception, int depth) => In(_frame with { IsInCatch = true }, () =>
    {
        if (Chance(30))
            return new Code("clause", [$"catch ({exception})\n{{\n", Block(depth), Rethrow(), "}"]);
        var name = NewName();
        _variables.Add(new Variable(name + ".Message", Ty.Str, IsAssignable: false, _frame.Branch));
        return new Code("clause", [$"catch ({exception} {name})\n{{\n", Block(depth), Rethrow(), "}"]);
    });

    private Code Rethrow() => _frame.MayFail && Chance(25)
        ? Code.Do($"if ({Expr(Ty.Bool, 2)})\n{{\nthrow;\n}}\n")
        : new Code(Code.Statement, [""]);

    private Code Throw() => Code.Do(
        $"if ({Expr(Ty.Bool, 2)})\n{{\nthrow new {Pick("TooLargeException", "OddException", "VeryOddException", "RefusedException", "StoreMissingException")}({Expr(Ty.Str, 2)});\n}}");

    private IEnumerable<Code> Concurrent(int depth)
    {
        if (_frame.Branch >= 2)
            return [Awaited()];
        return Next(8) switch
        {
            < 3 => [Parallel(depth)],
            < 5 => [Map(depth)],
            5 => [SequentialMap(depth)],
            6 when _frame.MayFail => [FailingParallel()],
            7 when _frame.MayFail => [FailingMap()],
            _ => [Parallel(depth)],
        };
    }

    private Code Wait() => OneOf(
        () => Code.Do($"await Task.Delay(TimeSpan.FromSeconds({Pick("1", "0", "30")}), time);"),
        () => Code.Do($"await Task.Delay(TimeSpan.FromMinutes(Math.Abs({Expr(Ty.Int, 1)} % 9)), time);"),
        () => Code.Do($"await wf.DelayUntilAsync(time.GetUtcNow().AddSeconds({Expr(Ty.Int, 1)} % 100));"));

    // A scope is a branch for variables, but the only one: it may fail, and its calls have their order.
    private Code Scope(int depth)
    {
        var type = Pick(Ty.Void, Ty.Int, Ty.Str, Ty.Thing);
        var body = In(
            _frame with { Branch = _frame.Branch + 1, CanBreak = false, CanContinue = false, IsInCatch = false, Returns = type },
            () => type == Ty.Void ? Block(depth) : Code.Block([Block(depth) with { Sort = Code.Statements }, Return()]));
        return type == Ty.Void
            ? Code.Do($"await wf.ScopeAsync(async () =>\n{{\n{body}}});")
            : Code.Do($"{type.Name} {NewVariable(type)} = await wf.ScopeAsync(async () =>\n{{\n{body}}});");
    }

    // Two results of one type are an array; results that nobody reads may have any.
    private Code Parallel(int depth)
    {
        var place = $"p{_places++}";
        var at = _frame.At;
        var type = Pick(Ty.Int, Ty.Str, Ty.Ints, Ty.Thing);
        Code BranchOf(int number) => In(
            _frame with { Branch = _frame.Branch + 1, At = $"{at} + \"/{place}:{number}\"", MayFail = false, CanBreak = false, CanContinue = false, IsInCatch = false, Returns = type },
            () => Chance(50) && type == Ty.Int ? new Code("task", [Call($"desk.DeskCountAsync({_frame.At}, {Expr(Ty.Int)}, {Expr(Ty.NInt)})")]) : LocalTask(type, depth));
        var branches = Chance(50) ? new Code("tasks", [BranchOf(0), ", ", BranchOf(1)]) : new Code("tasks", [BranchOf(0), ", ", BranchOf(1), ", ", BranchOf(2)]);
        var array = type == Ty.Int ? Ty.Ints : type == Ty.Str ? Ty.Strs : type == Ty.Ints ? Ty.Lists : Ty.Things;
        return Chance(70)
            ? Code.Do($"{array.Name} {NewVariable(array)} = await Task.WhenAll({branches});")
            : Code.Do($"await Task.WhenAll({branches});");
    }

    // A branch of several steps is a helper of its own.
    private Code LocalTask(Ty type, int depth)
    {
        var name = $"Branch{_places++}Async";
        var parameters = new[] { Pick(Ty.All), Pick(Ty.All) };
        var frame = _frame;
        var arguments = Code.Of(Ty.Void, $"{Expr(parameters[0], 2)}, {Expr(parameters[1], 2)}, {frame.At}, input");
        _members.Add(Member(new Frame(type) { IsInHelper = true, MayFail = false, Loops = Math.Max(1, frame.Loops), Branch = frame.Branch, At = "at" }, () =>
        {
            var (one, two) = (NewVariable(parameters[0]), NewVariable(parameters[1]));
            var lines = Code.Block([.. Enumerable.Range(0, Pick(1, 2)).SelectMany(_ => Statement(depth - 1)), Return()]);
            return new Code(Code.Member, [$"private async Task<{type.Name}> {name}({parameters[0].Name} {one}, {parameters[1].Name} {two}, string at, Input input)\n{{\n", lines, "}\n"]);
        }));
        return Call($"{name}({arguments})");
    }

    private Code Map(int depth)
    {
        var place = $"m{_places++}";
        var (item, array) = Pick((Ty.Int, Ty.Ints), (Ty.Str, Ty.Strs), (Ty.Thing, Ty.Things), (Ty.NInt, Ty.NInts), (Ty.Ints, Ty.Lists));
        var (type, results) = Pick((Ty.Int, Ty.Ints), (Ty.Str, Ty.Strs), (Ty.Thing, Ty.Things), (Ty.Ints, Ty.Lists));
        var items = Expr(array, 2);
        var index = NewName();
        var at = $"{_frame.At} + $\"/{place}:{{{index}}}\"";
        var lambda = In(
            _frame with { Branch = _frame.Branch + 1, At = at, MayFail = false, CanBreak = false, CanContinue = false, IsInCatch = false, Returns = type, Loops = Math.Max(1, _frame.Loops) },
            () =>
            {
                var name = NewVariable(item, isAssignable: false);
                _variables.Add(new Variable(index, Ty.Int, IsAssignable: false, _frame.Branch));
                var lines = Scoped(() => Code.Block([.. Enumerable.Range(0, Pick(1, 1, 2)).SelectMany(_ => Statement(depth - 1)), Return()]));
                return new Code("lambda", [$"async ({name}, {index}) =>\n{{\n", lines, "}"]);
            });
        return Chance(70)
            ? Code.Do($"{results.Name} {NewVariable(results)} = await Task.WhenAll({items}.Select({lambda}));")
            : Code.Do($"await Task.WhenAll({items}.Select({lambda}));");
    }

    // One item at a time, so that all calls have their order.
    private Code SequentialMap(int depth)
    {
        var (item, array) = Pick((Ty.Int, Ty.Ints), (Ty.Str, Ty.Strs), (Ty.Thing, Ty.Things), (Ty.NInt, Ty.NInts));
        var (type, results) = Pick((Ty.Int, Ty.Ints), (Ty.Str, Ty.Strs), (Ty.Thing, Ty.Things), (Ty.Ints, Ty.Lists));
        var items = Expr(array, 2);
        var lambda = In(
            _frame with { Branch = _frame.Branch + 1, MayFail = false, CanBreak = false, CanContinue = false, IsInCatch = false, Returns = type, Loops = Math.Max(1, _frame.Loops) },
            () =>
            {
                var name = NewVariable(item, isAssignable: false);
                var lines = Scoped(() => Code.Block([.. Enumerable.Range(0, Pick(1, 1, 2)).SelectMany(_ => Statement(depth - 1)), Return()]));
                return new Code("lambda", [$"async {name} =>\n{{\n", lines, "}"]);
            });
        return Code.Do($"{results.Name} {NewVariable(results)} = await wf.MapAsync({items}, {lambda}, new MapOptions(1));");
    }

    // One branch may fail, and the others leave no trace that a cancelled one would lack.
    private Code FailingParallel()
    {
        var fails = Expr(Ty.Bool);
        return Code.Do($"{Ty.Ints.Name} {NewVariable(Ty.Ints)} = await Task.WhenAll(desk.DeskFailAsync(false), desk.DeskFailAsync({fails}));");
    }

    private Code FailingMap() => Lambda(
        Ty.Int,
        Expr(Ty.Ints, 2),
        (xs, x) => Code.Do($"await Task.WhenAll({xs}.Select({x} => desk.DeskFailAsync({Expr(Ty.Bool, 2)})));"));
}
