namespace Aot.Differential.Tests.Writing;

// Strings and records.
internal sealed partial class ProgramWriter
{
    // Everything that templates, JSONata, JSON, C# or CloudFormation could take for something else.
    private string Text() => Pick(
        "\"\"", "\"a\"", "\"b\"", "\"B\"", "\" x  y \"", "\"{\"", "\"{% 1 %}\"", "\"$x\"", "\"'\"", "\"\\\"\"", "\"\\\\\"", "\"${A}\"", "\"\\n\\t\"", "\"中é\"",
        "\"0\"", "\"true\"", "\"null\"", "\"-5\"", "\"a,b,,c\"", "\"$.a\"", "\"{{}}\"", "\"/* no */\"", "\"`\"", "\"[1]\"", "\"{\\\"errorMessage\\\":1}\"");

    private Code StrExpr(int depth) => OneOf(
        () => Code.Of(Ty.Str, $"({Expr(Ty.Str, depth)} + {Expr(Pick(Ty.Str, Ty.NStr, Ty.Int, Ty.NInt), depth)})"),
        () => Code.Of(Ty.Str, $"$\"{Pick("", "a ", "{{", "'")}{{{Expr(Pick(Ty.Str, Ty.NStr), depth)}}}{Pick("", "-", "}}", "$")}{{{Hole(depth)}}}\""),
        () => Code.Of(Ty.Str, $"$\"{{{Expr(Ty.Int, depth)}:D3}}\""),
        () => Code.Of(Ty.Str, $"$\"{{{Expr(Ty.Time, depth)}:u}}\""),
        () => Code.Of(Ty.Str, $"({Expr(Ty.NStr, depth)} ?? {Expr(Ty.Str, depth)})"),
        () => Code.Of(Ty.Str, $"{Expr(Ty.Str, depth)}.{Pick("Trim()", "TrimStart()", "TrimEnd()", "Replace(\"a\", \"$0\")", "Replace(\"b\", \"\")", "PadLeft(4)", "PadRight(3, '.')")}"),
        // 'ß' has no upper case in .NET and two letters in a state machine: no input has one.
        () => Code.Of(Ty.Str, $"{Expr(Ty.Str, depth)}.{Pick("ToUpperInvariant()", "ToLowerInvariant()")}"),
        () => Substring(depth),
        () => Code.Of(Ty.Str, $"string.Join({Pick("\",\"", "\"\"")}, {Expr(Pick(Ty.Strs, Ty.Ints, Ty.NInts), depth)})"),
        () => Code.Of(Ty.Str, $"{Expr(Ty.Thing, depth)}.Id"),
        () => Code.Of(Ty.Str, $"({Expr(Ty.NThing, depth)}?.Id ?? {Leaf(Ty.Str)})"),
        () => Picked(Ty.Strs, Ty.Str, depth),
        () => Code.Of(Ty.Str, $"{Expr(Ty.Lvl, depth)}.ToString()"),
        () => Named(Ty.NStr, Ty.Str, depth),
        () => Switch(Ty.Str, depth));

    private Code Hole(int depth) => Expr(Pick(Ty.Int, Ty.NInt, Ty.Lvl, Ty.Bool, Ty.Str), depth);

    private Code Substring(int depth) => Guarded(Ty.Str, s => Chance(90)
        ? Code.Of(Ty.Str, $"({s}.Length > 2 ? {s}.{Pick("Substring(0, 2)", "Substring(1)", "Substring(1, 1)")} : {Leaf(Ty.Str)})")
        : Code.Of(Ty.Str, $"{s}.Substring({Pick("0, 2", "1")})"));

    private Code NStrExpr(int depth) => OneOf(
        () => Code.Of(Ty.NStr, $"((string?){Expr(Ty.Str, depth)})"),
        () => Code.Of(Ty.NStr, $"{Expr(Ty.NThing, depth)}?.{Pick("Note", "Id", "Note?.Trim()", "Tags.FirstOrDefault()")}"),
        () => Code.Of(Ty.NStr, $"{Expr(Ty.Thing, depth)}.Note"),
        () => Code.Of(Ty.NStr, $"{Expr(Ty.Strs, depth)}.FirstOrDefault()"),
        () => Code.Of(Ty.NStr, $"({Expr(Ty.NStr, depth)} ?? {Expr(Ty.NStr, depth)})"),
        () => Code.Of(Ty.NStr, $"{Expr(Ty.NStr, depth)}?.{Pick("Trim()", "Replace(\"a\", \"b\")", "ToUpperInvariant()")}"),
        () => Switch(Ty.NStr, depth));

    private Code PointExpr(int depth) => OneOf(
        () => Code.Of(Ty.Point, $"new Point({Expr(Ty.Int, depth)}, {Expr(Ty.Int, depth)})"),
        () => Code.Of(Ty.Point, $"{Expr(Ty.Thing, depth)}.At"),
        () => Code.Of(Ty.Point, $"({Expr(Ty.Point, depth)} with {{ {Pick("X", "Y")} = {Expr(Ty.Int, depth)} }})"));

    private Code ThingExpr(int depth) => OneOf(
        () => Code.Of(
            Ty.Thing,
            $"new Thing({Expr(Ty.Str, depth)}, {Expr(Ty.Int, depth)}, {Expr(Ty.NStr, depth)}, {Expr(Ty.NInt, depth)}, {Expr(Ty.Lvl, depth)}, {Expr(Ty.Strs, depth)}, {Expr(Ty.Point, depth)})"),
        () => Code.Of(Ty.Thing, $"({Expr(Ty.Thing, depth)} with {{ Count = {Expr(Ty.Int, depth)} }})"),
        () => Code.Of(Ty.Thing, $"({Expr(Ty.Thing, depth)} with {{ Note = {Expr(Ty.NStr, depth)}, Tags = {Expr(Ty.Strs, depth)} }})"),
        () => Code.Of(Ty.Thing, $"({Expr(Ty.Thing, depth)} with {{ At = {Expr(Ty.Point, depth)}, Level = {Expr(Ty.Lvl, depth)}, Limit = {Expr(Ty.NInt, depth)} }})"),
        () => Code.Of(Ty.Thing, $"({Expr(Ty.NThing, depth)} ?? {Expr(Ty.Thing, depth)})"),
        () => Picked(Ty.Things, Ty.Thing, depth),
        () => Named(Ty.NThing, Ty.Thing, depth),
        () => Switch(Ty.Thing, depth));

    private Code NThingExpr(int depth) => OneOf(
        () => Code.Of(Ty.NThing, $"((Thing?){Expr(Ty.Thing, depth)})"),
        () => Lambda(Ty.Thing, Expr(Ty.Things, depth), (xs, x) => Code.Of(Ty.NThing, $"{xs}.FirstOrDefault({x} => {Expr(Ty.Bool, depth)})")),
        () => Code.Of(Ty.NThing, $"{Expr(Ty.Things, depth)}.LastOrDefault()"),
        () => Switch(Ty.NThing, depth));

    private Code ResultExpr() => Code.Of(
        Ty.Result,
        $"new Result({Leaf(Ty.Int)}, {Leaf(Ty.NInt)}, {Leaf(Ty.Str)}, {Leaf(Ty.NStr)}, {Leaf(Ty.Bool)}, {Leaf(Ty.Dbl)}, {Leaf(Ty.Lvl)}, {Leaf(Ty.Time)}, {Leaf(Ty.Ints)}, {Leaf(Ty.Strs)}, {Leaf(Ty.NInts)}, {Leaf(Ty.Thing)}, {Leaf(Ty.NThing)}, {Leaf(Ty.Things)}, {Leaf(Ty.Lists)})");
}
