namespace Aot.Differential.Tests.Writing;

// Statements. Each gives one or more lines of a block.
internal sealed partial class ProgramWriter
{
    private IEnumerable<Code> Statement(int depth)
    {
        _frame.Grown.Value = 0;
        if (depth <= 0 || _statementsLeft-- <= 0)
            return Chance(70) ? Simple() : [Awaited()];
        return Next(100) switch
        {
            < 30 => Simple(),
            < 48 => [Awaited()],
            < 58 => [If(depth)],
            < 64 => [SwitchStatement(depth)],
            < 74 => Loop(depth),
            < 86 => Try(depth),
            < 90 => Concurrent(depth),
            < 94 => CallHelper(depth),
            < 96 => _frame.MayFail ? [Throw()] : Simple(),
            < 98 => [Leave()],
            98 => [Scope(depth)],
            _ => [Wait()],
        };
    }

    private Code Block(int statements, int depth) => Scoped(() =>
    {
        var lines = new List<Code>();
        for (var i = 0; i < statements; i++)
            lines.AddRange(Statement(depth));
        return Code.Block(lines);
    });

    private Code Block(int depth) => Block(_statementsLeft <= 0 ? Pick(0, 1) : Pick(0, 1, 1, 2, 2, 3), depth - 1);

    private IEnumerable<Code> Simple()
    {
        switch (Next(10))
        {
            case < 4:
                return [Declaration(Pick(Ty.All))];
            case < 8 when Assignment() is { } assignment:
                return [assignment];
            case 8 when Update() is { } update:
                return [update];
            case 9 when Swap() is { } swap:
                return [swap];
            default:
                return [Declaration(Pick(Ty.All))];
        }
    }

    private Code Declaration(Ty type)
    {
        var value = Wrapped(type);
        var isVar = Chance(30) && type != Ty.NThing && type != Ty.NStr && type != Ty.Map && !value.ToString().StartsWith('(');
        return Code.Do($"{(isVar ? "var" : type.Name)} {NewVariable(type)} = {value};");
    }

    // Numbers that a loop multiplies would leave the range that both sides compute alike.
    private Code Wrapped(Ty type) => _frame.Loops == 0 ? Expr(type)
        : type == Ty.Int ? Code.Of(type, $"({Expr(type)}) % 1000")
        : type == Ty.NInt ? Code.Of(type, $"({Expr(type)}) % 1000")
        : type == Ty.Dbl ? Bounded(2)
        : Expr(type);

    private Code? Assignment()
    {
        var type = Pick(Ty.All);
        return VariableOf(type, assignable: true) is { } variable ? Code.Do($"{variable} = {Wrapped(type)};") : null;
    }

    private Code? Update() => Next(7) switch
    {
        0 or 1 => VariableOf(Ty.Int, assignable: true) is { } number ? Code.Do($"{number}{Pick("++", "--")};") : null,
        2 => VariableOf(Ty.Int, assignable: true) is { } number ? Code.Do($"{number} {Pick("+=", "-=")} {Expr(Ty.Int, 1)} % 100;") : null,
        3 => VariableOf(Ty.Str, assignable: true) is { } text && _frame.Grown.Value++ == 0 ? Code.Do($"{text} += {Literal(Pick(Ty.Str, Ty.NStr, Ty.Int))};") : null,
        4 => VariableOf(Ty.NInt, assignable: true) is { } nullable ? Code.Do($"{nullable} ??= {Wrapped(Ty.Int)};") : null,
        5 => VariableOf(Ty.Bool, assignable: true) is { } flag ? Code.Do($"{flag} {Pick("|=", "&=", "^=")} {Expr(Ty.Bool, 2)};") : null,
        _ => VariableOf(Ty.NStr, assignable: true) is { } nullable ? Code.Do($"{nullable} ??= {Literal(Ty.Str)};") : null,
    };

    private Code? Swap()
    {
        var type = Pick(Ty.Int, Ty.Str, Ty.Ints);
        var (one, other) = (VariableOf(type, assignable: true), VariableOf(type, assignable: true));
        return one is null || other is null || one.ToString() == other.ToString()
            ? null
            : Code.Do($"({one}, {other}) = ({other}, {(Chance(50) ? one : Wrapped(type))});");
    }

    private Code If(int depth)
    {
        var condition = Expr(Ty.Bool);
        return Next(4) switch
        {
            0 => Code.Do($"if ({condition})\n{{\n{Block(depth)}}}"),
            1 => Code.Do($"if ({condition})\n{{\n{Block(depth)}}}\nelse if ({Expr(Ty.Bool)})\n{{\n{Block(depth)}}}\nelse\n{{\n{Block(depth)}}}"),
            _ => Code.Do($"if ({condition})\n{{\n{Block(depth)}}}\nelse\n{{\n{Block(depth)}}}"),
        };
    }

    private Code SwitchStatement(int depth)
    {
        var outer = _frame;
        Code Section() => In(outer with { CanBreak = false }, () => Block(depth));
        return Next(4) switch
        {
            0 => Code.Do($"switch ({VariableOf(Ty.Int) ?? Code.Of(Ty.Int, "input.A")})\n{{\ncase 0:\ncase 1:\n{Section()}break;\ncase > 5 when {Expr(Ty.Bool)}:\n{Section()}break;\ndefault:\n{Section()}break;\n}}"),
            1 => Code.Do($"switch ({Expr(Ty.Str)})\n{{\ncase \"\":\n{Section()}break;\ncase \"a\":\ncase \"{{\":\n{Section()}break;\n}}"),
            2 => Code.Do($"switch ({Expr(Ty.Lvl)})\n{{\ndefault:\n{Section()}break;\ncase Level.High:\n{Section()}break;\ncase Level.Low:\n{Section()}break;\n}}"),
            _ => Code.Do($"switch ({VariableOf(Ty.NInt) ?? Code.Of(Ty.NInt, "input.N")})\n{{\ncase null:\n{Section()}break;\ncase < 3:\n{Section()}break;\ncase 7:\n{Section()}break;\n}}"),
        };
    }

    private IEnumerable<Code> Loop(int depth)
    {
        // More than two around each other take too many turns for a test.
        if (_frame.Loops >= 2)
            return [If(depth)];
        var inner = _frame with { Loops = _frame.Loops + 1, CanBreak = true, CanContinue = true };
        switch (Next(6))
        {
            case 0 or 1:
            {
                var (item, array) = Pick((Ty.Int, Ty.Ints), (Ty.Str, Ty.Strs), (Ty.Thing, Ty.Things), (Ty.Ints, Ty.Lists), (Ty.NInt, Ty.NInts));
                var items = Code.Of(array, $"{Expr(array, 2)}");
                return [In(inner, () => Code.Do($"foreach (var {NewVariable(item, isAssignable: false)} in {items}{(items.ToString().Length > 12 ? ".Take(4).ToArray()" : "")})\n{{\n{Block(depth)}}}"))];
            }

            case 2:
                return [In(inner, () =>
                {
                    var index = NewVariable(Ty.Int, isAssignable: false);
                    return Code.Do($"for (var {index} = {Pick("0", "1")}; {index} < {Pick("3", "4", "1")}{(Chance(30) ? Code.Of(Ty.Bool, $" && {Expr(Ty.Bool, 2)}") : Code.Of(Ty.Bool, ""))}; {index}++)\n{{\n{Block(depth)}}}");
                })];
            case 3:
            {
                var turns = NewName();
                return
                [
                    Code.Do($"var {turns} = 0;"),
                    In(inner, () => Code.Do($"do\n{{\n{turns}++;\n{Block(depth)}}}\nwhile ({turns} < {Pick("1", "3")}{(Chance(50) ? Code.Of(Ty.Bool, $" && {Expr(Ty.Bool, 2)}") : Code.Of(Ty.Bool, ""))});")),
                ];
            }

            default:
            {
                var turns = NewName();
                var condition = Chance(30) ? Code.Of(Ty.Bool, "true") : Expr(Ty.Bool, 2);
                return
                [
                    Code.Do($"var {turns} = 0;"),
                    In(inner, () => Code.Do($"while ({condition} && {turns} < {Pick("2", "4")})\n{{\n{turns}++;\n{Block(depth)}}}")),
                ];
            }
        }
    }

    private Code Leave() => Next(4) switch
    {
        0 when _frame.CanBreak => Code.Do($"if ({Expr(Ty.Bool, 2)})\n{{\nbreak;\n}}"),
        1 or 0 when _frame.CanContinue => Code.Do($"if ({Expr(Ty.Bool, 2)})\n{{\ncontinue;\n}}"),
        2 => Code.Do($"if ({Expr(Ty.Bool, 2)})\n{{\n{Return()}\n}}"),
        _ => Declaration(Ty.Int),
    };

    private Code Return()
    {
        _frame.Grown.Value = 0;
        return _frame.Returns == Ty.Void ? Code.Do("return;") : Code.Do($"return {Expr(_frame.Returns, 2)};");
    }

    // A private async method, written once and called from wherever its types fit.
    private IEnumerable<Code> CallHelper(int depth)
    {
        var helper = _helpers.FirstOrDefault(h => h.IsAsync && (!h.MayFail || _frame.MayFail) && Chance(70));
        if (helper is null)
        {
            if (_frame.IsInHelper || _helpers.Count >= 5)
                return Simple();
            helper = new Helper($"Help{_helpers.Count}Async", Pick(Ty.Int, Ty.Str, Ty.Ints, Ty.Thing, Ty.Void, Ty.NInt), [Pick(Ty.All), Pick(Ty.All)], IsAsync: true, MayFail: _frame.MayFail);
            WriteHelper(helper);
            _helpers.Add(helper);
        }

        var arguments = Code.Of(Ty.Void, $"{Expr(helper.Parameters[0], 2)}, {Expr(helper.Parameters[1], 2)}, {_frame.At}, input");
        if (helper.Returns == Ty.Void)
            return [Code.Do($"await {helper.Name}({arguments});")];
        return VariableOf(helper.Returns, assignable: true) is { } variable && Chance(50)
            ? [Code.Do($"{variable} = await {helper.Name}({arguments});")]
            : [Code.Do($"var {NewVariable(helper.Returns)} = await {helper.Name}({arguments});")];
    }

    // It may be called in a loop: its own values cannot grow, but what it returns can.
    private void WriteHelper(Helper helper) => _members.Add(Member(new Frame(helper.Returns) { IsInHelper = true, MayFail = helper.MayFail, Depth = 3, Loops = 1, At = "at" }, () =>
    {
        var (one, two) = (NewVariable(helper.Parameters[0]), NewVariable(helper.Parameters[1]));
        var body = Body(Pick(1, 2, 3));
        return new Code(Code.Member, [$"private async {TaskOf(helper.Returns)} {helper.Name}({helper.Parameters[0].Name} {one}, {helper.Parameters[1].Name} {two}, string at, Input input)\n{{\n", body, "}\n"]);
    }));
}
