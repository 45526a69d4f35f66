namespace Aot.Differential.Tests;

/// <summary>The types that random programs compute with.</summary>
/// <param name="Name">In C#.</param>
/// <param name="Simplest">What an expression of the type may shrink to.</param>
internal sealed record Ty(string Name, params string[] Simplest)
{
    public static readonly Ty Int = new("int", "0", "1");
    public static readonly Ty NInt = new("int?", "((int?)null)", "((int?)1)");
    public static readonly Ty Str = new("string", "\"\"", "\"a\"");
    public static readonly Ty NStr = new("string?", "((string?)null)", "((string?)\"a\")");
    public static readonly Ty Bool = new("bool", "false", "true");
    public static readonly Ty Dbl = new("double", "0.0", "1.5");
    public static readonly Ty Lvl = new("Level", "Level.Low");
    public static readonly Ty Time = new("DateTimeOffset", "DateTimeOffset.UnixEpoch");
    public static readonly Ty Point = new("Point", "new Point(0, 1)");
    public static readonly Ty Thing = new("Thing", "input.Thing");
    public static readonly Ty NThing = new("Thing?", "((Thing?)null)", "input.Maybe");
    public static readonly Ty Ints = new("int[]", "new int[] { }", "new int[] { 1 }");
    public static readonly Ty Strs = new("string[]", "new string[] { }", "new string[] { \"a\" }");
    public static readonly Ty NInts = new("int?[]", "new int?[] { }", "new int?[] { null }");
    public static readonly Ty Things = new("Thing[]", "new Thing[] { }", "input.Things");
    public static readonly Ty Lists = new("int[][]", "new int[][] { }");
    public static readonly Ty Map = new("IReadOnlyDictionary<string, int>", "input.Map");
    public static readonly Ty Result = new("Result");
    public static readonly Ty Void = new("void");

    /// <summary>What variables are made of.</summary>
    public static readonly Ty[] All = [Int, Int, Int, NInt, NInt, Str, Str, NStr, Bool, Bool, Dbl, Lvl, Time, Point, Thing, NThing, Ints, Ints, Strs, NInts, Things, Lists, Map];

    /// <summary>Values that a loop can double with every turn.</summary>
    public bool Grows => this == Str || this == NStr || this == Thing || this == NThing || Name.EndsWith(']');

    public bool Equals(Ty? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
