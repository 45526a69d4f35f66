namespace Aot.Differential.Tests.Writing;

// Which expression: numbers, booleans, times and enums. `depth` counts what may still be nested.
internal sealed partial class ProgramWriter
{
    private Code Expr(Ty type, int depth = 2)
    {
        // Each lambda inside another multiplies the C# compiler's work.
        if (_frame.Lambdas > 0 && _lambdasLeft <= 0)
            return Leaf(type);
        if (_frame.Lambdas > 0)
            depth = Math.Min(depth, 1);
        if (depth <= 0 || Chance(30))
            return Leaf(type);
        if (Chance(8) && type != Ty.Result)
            return Code.Of(type, $"({Expr(Ty.Bool, depth - 1)} ? {Expr(type, depth - 1)} : {Expr(type, depth - 1)})");
        if (Chance(5) && type != Ty.Result && ExpressionHelper(type, depth) is { } call)
            return call;
        return type.Name switch
        {
            "int" => IntExpr(depth - 1),
            "int?" => NIntExpr(depth - 1),
            "bool" => BoolExpr(depth - 1),
            "double" => DblExpr(depth - 1),
            "string" => StrExpr(depth - 1),
            "string?" => NStrExpr(depth - 1),
            "Level" => LvlExpr(depth - 1),
            "DateTimeOffset" => TimeExpr(depth - 1),
            "Point" => PointExpr(depth - 1),
            "Thing" => ThingExpr(depth - 1),
            "Thing?" => NThingExpr(depth - 1),
            "int[]" => IntsExpr(depth - 1),
            "string[]" => StrsExpr(depth - 1),
            "int?[]" => NIntsExpr(depth - 1),
            "Thing[]" => ThingsExpr(depth - 1),
            "int[][]" => ListsExpr(depth - 1),
            "Result" => ResultExpr(),
            _ => Leaf(type),
        };
    }

    private Code Leaf(Ty type) => (Chance(80) ? VariableOf(type) : null) ?? Literal(type);

    private Code Literal(Ty type) => type.Name switch
    {
        "int" => Code.Of(type, Pick("0", "1", "2", "3", "7", "10", "(-1)", "(-5)", "100")),
        "int?" => Code.Of(type, Pick("((int?)null)", "((int?)0)", "((int?)4)")),
        "bool" => Code.Of(type, Pick("true", "false")),
        "double" => Code.Of(type, Pick("0.0", "0.5", "1.0", "2.25", "(-3.75)", "100.5")),
        "string" => Code.Of(type, Text()),
        "string?" => Code.Of(type, Chance(50) ? "((string?)null)" : $"((string?){Text()})"),
        "Level" => Code.Of(type, Pick("Level.Low", "Level.Middle", "Level.High")),
        "DateTimeOffset" => Code.Of(type, Pick("DateTimeOffset.UnixEpoch", "time.GetUtcNow()", "input.At")),
        "Point" => Code.Of(type, $"new Point({Leaf(Ty.Int)}, {Leaf(Ty.Int)})"),
        "Thing" => Code.Of(type, "input.Thing"),
        "Thing?" => Code.Of(type, Pick("((Thing?)null)", "input.Maybe")),
        "int[]" => Code.Of(type, Pick("new int[] { }", "new int[] { 1 }", "new int[] { 3, -1, 3 }")),
        "string[]" => Code.Of(type, Pick("new string[] { }", "new string[] { \"a\" }", "new string[] { \"b\", \"\", \"B\" }")),
        "int?[]" => Code.Of(type, Pick("new int?[] { }", "new int?[] { null }", "new int?[] { 5, null }")),
        "Thing[]" => Code.Of(type, Pick("new Thing[] { }", "input.Things")),
        "int[][]" => Code.Of(type, Pick("new int[][] { }", "new int[][] { new int[] { 1, 2 } }", "new int[][] { new int[] { }, new int[] { 4 } }")),
        "Result" => ResultExpr(),
        _ => Code.Of(type, type.Simplest[0]),
    };

    private Code IntExpr(int depth) => OneOf(
        () => Code.Of(Ty.Int, $"({Expr(Ty.Int, depth)} {Pick("+", "-", "*")} {Operand(depth)})"),
        () => Code.Of(Ty.Int, $"({Expr(Ty.Int, depth)} {Pick("+", "-")} {Operand(depth)})"),
        () => Code.Of(Ty.Int, $"(-{Operand(depth)})"),
        () => Code.Of(Ty.Int, $"({Expr(Ty.Int, depth)} {Pick("/", "%")} {Pick("2", "3", "(-7)", "10")})"),
        () => Division(depth),
        () => Code.Of(Ty.Int, $"({Expr(Ty.NInt, depth)} ?? {Expr(Ty.Int, depth)})"),
        // A character outside the basic plane has length 2 in C# and 1 in a state machine: no input has one.
        () => Code.Of(Ty.Int, $"{Expr(Ty.Str, depth)}.Length"),
        () => Code.Of(Ty.Int, $"{Expr(Pick(Ty.Ints, Ty.Strs, Ty.Things, Ty.Lists, Ty.NInts), depth)}.Length"),
        () => Code.Of(Ty.Int, $"{Expr(Ty.Thing, depth)}.Count"),
        () => Code.Of(Ty.Int, $"{Expr(Ty.Point, depth)}.{Pick("X", "Y")}"),
        () => Code.Of(Ty.Int, $"{Expr(Ty.Thing, depth)}.At.{Pick("X", "Y")}"),
        () => Aggregate(depth),
        () => Picked(Ty.Ints, Ty.Int, depth),
        () => Code.Of(Ty.Int, $"Math.{Pick("Min", "Max")}({Expr(Ty.Int, depth)}, {Expr(Ty.Int, depth)})"),
        () => Code.Of(Ty.Int, $"Math.{Pick("Abs", "Sign")}({Expr(Ty.Int, depth)})"),
        () => Code.Of(Ty.Int, $"Math.Clamp({Expr(Ty.Int, depth)}, -3, 8)"),
        () => Switch(Ty.Int, depth),
        () => Looked(depth),
        () => Code.Of(Ty.Int, $"((int){Bounded(depth)})"),
        () => Code.Of(Ty.Int, $"{Expr(Ty.Map, depth)}.Count"),
        () => Code.Of(Ty.Int, $"int.Parse({Pick("\"42\"", "\"-7\"", "\"007\"")})"),
        () => HasValue(depth),
        () => Named(Ty.NInt, Ty.Int, depth));

    // Operands that C# would fold with their neighbour could overflow at compile time: never a literal.
    private Code Operand(int depth) => Expr(Ty.Int, depth) is var code && !code.Pieces().SelectMany(p => p.Parts).OfType<string>().All(IsLiteral)
        ? code
        : VariableOf(Ty.Int) ?? Code.Of(Ty.Int, "input.A");

    private static bool IsLiteral(string text) => !text.Any(char.IsLetter);

    private Code Division(int depth)
    {
        var (left, right) = (Expr(Ty.Int, depth), VariableOf(Ty.Int) ?? Code.Of(Ty.Int, "input.B"));
        // Once in a while it is nobody's business whether it is zero: both sides have to fail then.
        return Chance(90)
            ? Code.Of(Ty.Int, $"({right} == 0 ? {Leaf(Ty.Int)} : {left} {Pick("/", "%")} {right})")
            : Code.Of(Ty.Int, $"({left} {Pick("/", "%")} {right})");
    }

    private Code HasValue(int depth)
    {
        if (VariableOf(Ty.NInt) is not { } variable)
            return Leaf(Ty.Int);
        return Chance(10) ? Code.Of(Ty.Int, $"{variable}!.Value") : Code.Of(Ty.Int, $"({variable}.HasValue ? {variable}.Value : {Expr(Ty.Int, depth)})");
    }

    // x is { } v ? … v … : …
    private Code Named(Ty nullable, Ty result, int depth)
    {
        if (_frame.Lambdas > 0)
            return Leaf(result); // What a pattern inside a lambda declares has no place to live in.
        // What is known to be null has no members, and the C# compiler says nothing about it.
        if (VariableOf(nullable) is not { } value)
            return Leaf(result);
        var otherwise = Leaf(result);
        return Scoped(() =>
        {
            var name = NewVariable(new Ty(nullable.Name.TrimEnd('?')), isAssignable: false);
            return Code.Of(result, $"({value} is {{ }} {name} ? {Expr(result, depth)} : {otherwise})");
        });
    }

    private Code NIntExpr(int depth) => OneOf(
        () => Code.Of(Ty.NInt, $"((int?){Operand(depth)})"),
        () => Code.Of(Ty.NInt, $"({Expr(Ty.NInt, depth)} {Pick("+", "-", "*")} {Expr(Pick(Ty.NInt, Ty.Int), depth)})"),
        () => Code.Of(Ty.NInt, $"{Expr(Ty.NThing, depth)}?.{Pick("Count", "Limit", "Tags.Length", "Note?.Length", "At.X")}"),
        () => Code.Of(Ty.NInt, $"{Expr(Ty.Thing, depth)}.Limit"),
        () => Code.Of(Ty.NInt, $"{Expr(Ty.NStr, depth)}?.Length"),
        () => Code.Of(Ty.NInt, $"({Expr(Ty.NInt, depth)} ?? {Expr(Ty.NInt, depth)})"),
        () => Picked(Ty.NInts, Ty.NInt, depth),
        () => Switch(Ty.NInt, depth));

    private Code DblExpr(int depth) => OneOf(
        () => Code.Of(Ty.Dbl, $"({Expr(Ty.Dbl, depth)} {Pick("+", "-")} {Expr(Ty.Dbl, depth)})"),
        () => Code.Of(Ty.Dbl, $"({Bounded(depth)} * {Bounded(depth)})"),
        () => Code.Of(Ty.Dbl, $"({Expr(Ty.Dbl, depth)} {Pick("/", "%")} {Pick("2.0", "0.25", "3")})"),
        () => Code.Of(Ty.Dbl, $"({Expr(Ty.Int, depth)} / 4.0)"),
        () => Code.Of(Ty.Dbl, $"((double){Operand(depth)})"),
        () => Code.Of(Ty.Dbl, $"Math.{Pick("Floor", "Ceiling", "Round", "Abs", "Truncate")}({Bounded(depth)})"),
        () => Code.Of(Ty.Dbl, $"Math.Sqrt(Math.Abs({Bounded(depth)}))"),
        () => Guarded(Ty.Ints, xs => Code.Of(Ty.Dbl, $"({xs}.Length > 0 ? {xs}.Average() : {Leaf(Ty.Dbl)})")),
        () => Code.Of(Ty.Dbl, $"({Expr(Ty.Time, depth)} - {Expr(Ty.Time, depth)}).{Pick("TotalSeconds", "TotalMinutes", "TotalDays")}"));

    // Small enough for any int and for a product to stay exact.
    private Code Bounded(int depth) => Code.Of(Ty.Dbl, $"({Expr(Ty.Dbl, depth)} % 1000.0)");

    private Code LvlExpr(int depth) => OneOf(
        () => Code.Of(Ty.Lvl, $"{Expr(Ty.Thing, depth)}.Level"),
        () => Code.Of(Ty.Lvl, $"({Expr(Ty.NThing, depth)}?.Level ?? {Leaf(Ty.Lvl)})"),
        () => Switch(Ty.Lvl, depth));

    // Thousandths of a second are what a state machine's clock knows, and years have four digits.
    private Code TimeExpr(int depth) => OneOf(
        () => Code.Of(Ty.Time, $"{Expr(Ty.Time, depth)}.Add{Pick("Seconds", "Minutes", "Hours", "Days", "Milliseconds")}({Expr(Ty.Int, depth)} % 1000)"),
        () => Code.Of(Ty.Time, $"({Expr(Ty.Time, depth)} {Pick("+", "-")} TimeSpan.From{Pick("Seconds", "Minutes")}({Expr(Ty.Int, depth)} % 500))"),
        () => Code.Of(Ty.Time, $"DateTimeOffset.FromUnixTimeSeconds(Math.Abs({Bounded(depth)} > 0 ? 5L : 9L))"),
        () => Code.Of(Ty.Time, "time.GetUtcNow()"));

    private Code BoolExpr(int depth) => OneOf(
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Int, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Operand(depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Dbl, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expr(Ty.Dbl, depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.NInt, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expr(Pick(Ty.NInt, Ty.Int), depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Str, depth)} {Pick("==", "!=")} {Expr(Pick(Ty.Str, Ty.NStr), depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.NStr, depth)} {Pick("==", "!=")} {Expr(Pick(Ty.Str, Ty.NStr), depth)})"),
        () => Code.Of(Ty.Bool, $"(string.CompareOrdinal({Expr(Ty.Str, depth)}, {Expr(Ty.Str, depth)}) {Pick("<", "<=", ">", ">=")} 0)"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Lvl, depth)} {Pick("==", "!=")} {Expr(Ty.Lvl, depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Time, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expr(Ty.Time, depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Point, depth)} {Pick("==", "!=")} {Expr(Ty.Point, depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Bool, depth)} {Pick("&&", "||", "&&", "||", "^", "==", "!=", "&", "|")} {Expr(Ty.Bool, depth)})"),
        () => Code.Of(Ty.Bool, $"(!{Expr(Ty.Bool, depth)})"),
        () => Code.Of(Ty.Bool, $"({Expr(Pick(Ty.NInt, Ty.NStr, Ty.NThing), depth)} {Pick("== null", "!= null", "is null", "is not null")})"),
        () => Code.Of(Ty.Bool, $"string.IsNullOrEmpty({Expr(Ty.NStr, depth)})"),
        () => Code.Of(Ty.Bool, $"string.IsNullOrWhiteSpace({Expr(Ty.NStr, depth)})"),
        () => Code.Of(Ty.Bool, $"{Expr(Ty.Str, depth)}.{Pick("Contains", "StartsWith", "EndsWith")}({Expr(Ty.Str, depth)}, StringComparison.Ordinal)"),
        () => Quantified(depth),
        () => Code.Of(Ty.Bool, $"{Expr(Ty.Ints, depth)}.Contains({Expr(Ty.Int, depth)})"),
        () => Code.Of(Ty.Bool, $"{Expr(Ty.Strs, depth)}.Contains({Expr(Ty.Str, depth)})"),
        () => Code.Of(Ty.Bool, $"{Expr(Ty.Map, depth)}.ContainsKey({Expr(Ty.Str, depth)})"),
        () => Code.Of(Ty.Bool, $"({VariableOf(Ty.Int) ?? Code.Of(Ty.Int, "input.A")} is {Pick("0", "> 3", "< 0 or > 10", "not 5", ">= 1 and <= 4", "1 or 2 or 3")})"),
        () => Code.Of(Ty.Bool, $"({VariableOf(Ty.NInt) ?? Code.Of(Ty.NInt, "input.N")} is {Pick("0", "> 3", "null or > 10", "not null and not 5", "not > 2")})"),
        () => Code.Of(Ty.Bool, $"({VariableOf(Ty.NThing) ?? Code.Of(Ty.NThing, "input.Maybe")} is {Pick("{ Count: > 1 }", "{ Note: not null, Level: Level.Low }", "{ At.X: 0 or 1 }", "not { Limit: null }", "{ Tags: [] }", "{ Tags: [\"a\", ..] }", "null or { Id: \"a\" }")})"),
        () => Code.Of(Ty.Bool, $"({Expr(Ty.Ints, depth)} is {Pick("[]", "[_]", "[1, ..]", "[.., > 2]", "[_, _]", "not [0, .., 0]")})"),
        () => Switch(Ty.Bool, depth));

    private Code Switch(Ty type, int depth)
    {
        Code Arm() => Expr(type, depth - 1);
        return Next(5) switch
        {
            0 => Code.Of(type, $"({VariableOf(Ty.Int) ?? Code.Of(Ty.Int, "input.A")} switch {{ 0 => {Arm()}, 1 or 2 => {Arm()}, > 5 => {Arm()}, _ => {Arm()} }})"),
            1 => Code.Of(type, $"({Expr(Ty.Str, depth)} switch {{ \"\" => {Arm()}, \"a\" or \"b\" => {Arm()}, _ => {Arm()} }})"),
            2 => Code.Of(type, $"({Expr(Ty.Lvl, depth)} switch {{ Level.Low => {Arm()}, Level.Middle when {Expr(Ty.Bool, depth - 1)} => {Arm()}, _ => {Arm()} }})"),
            3 => Code.Of(type, $"({VariableOf(Ty.NInt) ?? Code.Of(Ty.NInt, "input.N")} switch {{ null => {Arm()}, < 0 => {Arm()}, 3 => {Arm()}, _ => {Arm()} }})"),
            _ => Code.Of(type, $"({VariableOf(Ty.NThing) ?? Code.Of(Ty.NThing, "input.Maybe")} switch {{ {{ Count: > 2 }} => {Arm()}, null => {Arm()}, {{ Note: null }} => {Arm()}, _ => {Arm()} }})"),
        };
    }
}
