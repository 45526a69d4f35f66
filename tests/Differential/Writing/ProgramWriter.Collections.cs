namespace Aot.Differential.Tests.Writing;

// Arrays and what asks them.
internal sealed partial class ProgramWriter
{
    private Code IntsExpr(int depth) => OneOf(
        () => Code.Of(Ty.Ints, $"new int[] {{ {Expr(Ty.Int, depth)}, {Expr(Ty.Int, depth)} }}"),
        () => Code.Of(Ty.Ints, $"new int[] {{ {Expr(Ty.Int, depth)} }}"),
        () => Code.Of(Ty.Ints, $"((int[])[.. {Expr(Ty.Ints, depth)}, {Expr(Ty.Int, depth)}])"),
        () => Code.Of(Ty.Ints, $"((int[])[{Expr(Ty.Int, depth)}, .. {Expr(Ty.Ints, depth)}, .. {Expr(Ty.Ints, depth)}])"),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Ints, $"{xs}.Where({x} => {Expr(Ty.Bool, depth)}).ToArray()")),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Ints, $"{xs}.Select({x} => {Expr(Ty.Int, depth)}).ToArray()")),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Ints, $"{xs}.Select({x} => {Expr(Ty.Int, depth)}).ToArray()")),
        () => Lambda(Ty.Ints, Expr(Ty.Lists, depth), (xs, x) => Code.Of(Ty.Ints, $"{xs}.SelectMany({x} => {Expr(Ty.Ints, depth)}).ToArray()")),
        () => Code.Of(Ty.Ints, $"{Expr(Ty.Ints, depth)}.Concat({Expr(Ty.Ints, depth)}).ToArray()"),
        () => Code.Of(Ty.Ints, $"{Expr(Ty.Ints, depth)}.{Pick("Append", "Prepend")}({Expr(Ty.Int, depth)}).ToArray()"),
        () => Code.Of(Ty.Ints, $"{Expr(Ty.Ints, depth)}.{Pick("Take", "Skip")}({Expr(Ty.Int, depth)}).ToArray()"),
        () => Code.Of(Ty.Ints, $"{Expr(Ty.Ints, depth)}.{Pick("Distinct()", "Order()", "OrderDescending()", "AsEnumerable().Reverse()")}.ToArray()"),
        () => Code.Of(Ty.Ints, $"Enumerable.Range({Expr(Ty.Int, depth)} % 100, Math.Abs({Expr(Ty.Int, depth)} % 4)).ToArray()"),
        () => Code.Of(Ty.Ints, $"Enumerable.Repeat({Expr(Ty.Int, depth)}, {Pick("0", "1", "3")}).ToArray()"),
        () => Code.Of(Ty.Ints, $"Enumerable.Empty<int>().ToArray()"),
        () => Picked(Ty.Lists, Ty.Ints, depth));

    private Code StrsExpr(int depth) => OneOf(
        () => Code.Of(Ty.Strs, $"new string[] {{ {Expr(Ty.Str, depth)}, {Expr(Ty.Str, depth)} }}"),
        () => Code.Of(Ty.Strs, $"((string[])[.. {Expr(Ty.Strs, depth)}, {Expr(Ty.Str, depth)}])"),
        () => Code.Of(Ty.Strs, $"{Expr(Ty.Str, depth)}.Split({Pick("','", "\"a\"")})"),
        () => Code.Of(Ty.Strs, $"{Expr(Ty.Thing, depth)}.Tags"),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Strs, $"{xs}.Select({x} => {Expr(Ty.Str, depth)}).ToArray()")),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Strs, $"{xs}.SelectMany({x} => {Expr(Ty.Strs, depth)}).ToArray()")),
        () => Lambda(Ty.Str, Expr(Ty.Strs, depth), (xs, x) => Code.Of(Ty.Strs, $"{xs}.Where({x} => {Expr(Ty.Bool, depth)}).ToArray()")),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Strs, $"{xs}.Select({x} => {Expr(Ty.Str, depth)}).ToArray()")),
        () => Code.Of(Ty.Strs, $"{Expr(Ty.Strs, depth)}.{Pick("Distinct()", "Order(StringComparer.Ordinal)", "OrderBy(o => o, StringComparer.Ordinal)", "Skip(1)", "Take(2)")}.ToArray()"),
        () => Code.Of(Ty.Strs, $"{Expr(Ty.Strs, depth)}.Concat({Expr(Ty.Strs, depth)}).ToArray()"));

    private Code NIntsExpr(int depth) => OneOf(
        () => Code.Of(Ty.NInts, $"new int?[] {{ {Expr(Ty.NInt, depth)}, {Expr(Ty.NInt, depth)} }}"),
        () => Lambda(Ty.NInt, Expr(Ty.NInts, depth), (xs, x) => Code.Of(Ty.NInts, $"{xs}.Where({x} => {Expr(Ty.Bool, depth)}).ToArray()")),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.NInts, $"{xs}.Select({x} => {Expr(Ty.NInt, depth)}).ToArray()")),
        () => Code.Of(Ty.NInts, $"((int?[])[.. {Expr(Ty.NInts, depth)}, {Expr(Ty.NInt, depth)}])"));

    private Code ThingsExpr(int depth) => OneOf(
        () => Code.Of(Ty.Things, $"new Thing[] {{ {Expr(Ty.Thing, depth)} }}"),
        () => Code.Of(Ty.Things, $"((Thing[])[.. {Expr(Ty.Things, depth)}, {Expr(Ty.Thing, depth)}])"),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Things, $"{xs}.Where({x} => {Expr(Ty.Bool, depth)}).ToArray()")),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Things, $"{xs}.Select({x} => {Expr(Ty.Thing, depth)}).ToArray()")),
        () => Code.Of(Ty.Things, $"{Expr(Ty.Things, depth)}.OrderBy(o => o.Id, StringComparer.Ordinal).ThenByDescending(o => o.Count).ToArray()"),
        () => Code.Of(Ty.Things, $"{Expr(Ty.Things, depth)}.OrderByDescending(o => o.Count % 3).ToArray()"),
        () => Code.Of(Ty.Things, $"(from t in {Expr(Ty.Things, depth)} where t.Count > {Expr(Ty.Int, depth)} orderby t.At.X select t).ToArray()"));

    private Code ListsExpr(int depth) => OneOf(
        () => Code.Of(Ty.Lists, $"new int[][] {{ {Expr(Ty.Ints, depth)}, {Expr(Ty.Ints, depth)} }}"),
        () => Code.Of(Ty.Lists, $"new int[][] {{ {Expr(Ty.Ints, depth)} }}"),
        () => Code.Of(Ty.Lists, $"((int[][])[.. {Expr(Ty.Lists, depth)}, {Expr(Ty.Ints, depth)}])"),
        () => Code.Of(Ty.Lists, $"{Expr(Ty.Lists, depth)}.Append({Expr(Ty.Ints, depth)}).ToArray()"),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Lists, $"{xs}.Select({x} => new int[] {{ {Expr(Ty.Int, depth)} }}).ToArray()")),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Lists, $"{xs}.Select({x} => {Expr(Ty.Ints, depth)}).ToArray()")),
        () => Lambda(Ty.Ints, Expr(Ty.Lists, depth), (xs, x) => Code.Of(Ty.Lists, $"{xs}.Where({x} => {Expr(Ty.Bool, depth)}).ToArray()")));

    private Code Aggregate(int depth) => OneOf(
        () => Code.Of(Ty.Int, $"{Expr(Ty.Ints, depth)}.Sum()"),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Int, $"{xs}.Sum({x} => {Leaf(Ty.Int)})")),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Int, $"{xs}.Count({x} => {Expr(Ty.Bool, depth)})")),
        () => Guarded(Ty.Ints, xs => Code.Of(Ty.Int, $"({xs}.Length > 0 ? {xs}.{Pick("Max", "Min")}() : {Leaf(Ty.Int)})")),
        () => Code.Of(Ty.Int, $"{Expr(Ty.Ints, depth)}.{Pick("FirstOrDefault", "LastOrDefault")}()"),
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Int, $"{xs}.FirstOrDefault({x} => {Expr(Ty.Bool, depth)}, 7)")));

    private Code Quantified(int depth) => OneOf(
        () => Lambda(Ty.Int, Expr(Ty.Ints, depth), (xs, x) => Code.Of(Ty.Bool, $"{xs}.{Pick("Any", "All")}({x} => {Expr(Ty.Bool, depth)})")),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.Bool, $"{xs}.{Pick("Any", "All")}({x} => {Expr(Ty.Bool, depth)})")),
        () => Code.Of(Ty.Bool, $"{Expr(Pick(Ty.Ints, Ty.Strs, Ty.Things), depth)}.Any()"));

    // An item that is there, or once in a while one that may not be.
    private Code Picked(Ty array, Ty item, int depth) => Guarded(array, xs => Next(10) switch
    {
        < 4 => Code.Of(item, $"({xs}.Length > {Pick("0", "1")} ? {xs}[^1] : {Leaf(item)})"),
        < 8 => Code.Of(item, $"({xs}.Length > 1 ? {xs}[1] : {Leaf(item)})"),
        8 => Code.Of(item, $"({xs}.Any() ? {xs}.{Pick("First", "Last")}() : {Leaf(item)})"),
        _ => Code.Of(item, $"{xs}[{Pick("0", "^1")}]"),
    });

    private Code Looked(int depth) => Guarded(Ty.Map, map => Chance(90)
        ? Code.Of(Ty.Int, $"({map}.ContainsKey({Text()}) ? {map}[\"a\"] : {Leaf(Ty.Int)})")
        : Code.Of(Ty.Int, $"{map}[{Text()}]"));

    // Something that is written twice is a variable.
    private Code Guarded(Ty type, Func<Code, Code> write) => write(VariableOf(type) ?? Code.Of(type, $"({Literal(type)})"));

    private Code Lambda(Ty item, Code source, Func<Code, Code, Code> write)
    {
        _lambdasLeft--;
        return In(_frame with { Lambdas = _frame.Lambdas + 1 }, () => write(source, NewVariable(item, isAssignable: false)));
    }

    // A private method of one expression: written once, called where its types fit.
    private Code? ExpressionHelper(Ty type, int depth)
    {
        var helper = _helpers.FirstOrDefault(h => !h.IsAsync && h.Returns == type);
        if (helper is null)
        {
            if (_helpers.Count >= 5 || _frame.IsInHelper)
                return null;
            var parameters = new[] { Pick(Ty.All), Pick(Ty.All) };
            helper = new Helper($"Compute{_helpers.Count}", type, parameters, IsAsync: false, MayFail: false);
            _members.Add(Member(new Frame(type) { IsInHelper = true }, () =>
            {
                var (one, two) = (NewVariable(parameters[0], isAssignable: false), NewVariable(parameters[1], isAssignable: false));
                return new Code(Code.Member, [$"private {type.Name} {helper.Name}({parameters[0].Name} {one}, {parameters[1].Name} {two}, Input input) => ", Expr(type, 2), ";\n"]);
            }));
            _helpers.Add(helper);
        }

        return Code.Of(type, $"{helper.Name}({Expr(helper.Parameters[0], depth - 1)}, {Expr(helper.Parameters[1], depth - 1)}, input)");
    }
}
