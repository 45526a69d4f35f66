using CsCheck;

namespace Aot.Differential.Tests.Writing;

/// <summary>Writes one random workflow: every expression has the type it was asked for, every variable is in scope, every loop ends.</summary>
/// <remarks>
/// What C# and a state machine do differently by design (docs/authoring.md) is left out by construction, with a remark where; what only
/// the run can show, such as an overflow, <see cref="Running.Verdict"/> knows.
/// </remarks>
internal sealed partial class ProgramWriter
{
    private const int MaxDepth = 5;

    // Names that mean something in JSONata or in Step Functions have to be as good as others.
    private static readonly string[] _names =
        ["x", "y", "count", "sum", "states", "map", "keys", "item", "total", "_hidden", "value", "input2", "@string", "@in", "and", "or", "not", "now", "error", "result", "größe", "i", "l", "r"];

    private readonly PCG _pcg;
    private readonly List<Variable> _variables = [];
    private readonly HashSet<string> _taken = ["input", "desk", "store", "time", "wf"];
    private readonly List<Helper> _helpers = [];
    private readonly List<Code> _members = [];
    private Frame _frame = new(Ty.Result);
    private int _numbers;
    private int _places;
    private int _statementsLeft;
    private int _lambdasLeft;

    private ProgramWriter(PCG pcg) => _pcg = pcg;

    /// <summary>A program; the same seed gives the same one.</summary>
    public static RandomProgram Write(uint stream, ulong seed)
    {
        var writer = new ProgramWriter(new PCG(stream, seed));
        var members = writer.WriteClass();
        var inputs = new InputWriter(writer._pcg).Write(3);
        return new RandomProgram($"{seed}:{stream}", members, inputs);
    }

    private Code WriteClass()
    {
        DeclareInput();
        var type = Pick(Ty.Result, Ty.Result, Ty.Result, Ty.Int, Ty.Str, Ty.NStr, Ty.NInt, Ty.Thing, Ty.Ints, Ty.Void);
        _frame = new Frame(type);
        _statementsLeft = Pick(4, 8, 12, 16, 24);
        _lambdasLeft = Pick(0, 3, 6, 10);
        var body = Body(Chance(20) ? 2 : 5);
        var run = new Code(Code.Member, [$"public async {TaskOf(type)} RunAsync(Input input)\n{{\n", body, "}\n"]);
        return Code.Block([run, .. _members]) with { Sort = "members" };
    }

    private static string TaskOf(Ty type) => type == Ty.Void ? "Task" : $"Task<{type.Name}>";

    private void DeclareInput()
    {
        foreach (var (name, type) in new[]
        {
            ("A", Ty.Int), ("B", Ty.Int), ("N", Ty.NInt), ("S", Ty.Str), ("T", Ty.NStr), ("F", Ty.Bool), ("D", Ty.Dbl), ("Level", Ty.Lvl), ("At", Ty.Time),
            ("Xs", Ty.Ints), ("Ss", Ty.Strs), ("Ns", Ty.NInts), ("Thing", Ty.Thing), ("Maybe", Ty.NThing), ("Things", Ty.Things), ("Map", Ty.Map),
        })
            _variables.Add(new Variable("input." + name, type, IsAssignable: false, Branch: 0));
    }

    // The body of a method, which ends with a return.
    private Code Body(int statements)
    {
        var lines = new List<Code>();
        for (var i = 0; i < statements; i++)
            lines.AddRange(Statement(_frame.Depth));
        lines.Add(Return());
        return Code.Block(lines);
    }

    private int Next(int exclusive) => (int)_pcg.Next((uint)exclusive);

    private bool Chance(int percent) => Next(100) < percent;

    private T Pick<T>(params IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    private Code OneOf(params Func<Code>[] choices) => Pick(choices)();

    private string NewName()
    {
        var name = Pick(_names);
        if (!_taken.Add(name))
            _taken.Add(name = $"{name.TrimStart('@')}{++_numbers}");
        return name;
    }

    private Code NewVariable(Ty type, bool isAssignable = true)
    {
        var name = NewName();
        _variables.Add(new Variable(name, type, isAssignable, _frame.Branch));
        return new Code("name", [name]);
    }

    // What is declared inside is gone afterwards.
    private T Scoped<T>(Func<T> write)
    {
        var count = _variables.Count;
        var result = write();
        _variables.RemoveRange(count, _variables.Count - count);
        return result;
    }

    private T In<T>(Frame frame, Func<T> write)
    {
        var outer = _frame;
        _frame = frame;
        var result = Scoped(write);
        _frame = outer;
        return result;
    }

    // A method of its own knows its parameters only, and `input` is always one.
    private Code Member(Frame frame, Func<Code> write)
    {
        var outside = _variables.ToList();
        _variables.Clear();
        DeclareInput();
        var member = In(frame, write);
        _variables.Clear();
        _variables.AddRange(outside);
        return member;
    }

    private Code? VariableOf(Ty type, bool assignable = false)
    {
        if (!assignable && type.Grows && _frame.Loops > 0 && _frame.Grown.Value++ > 0)
            return null;
        var fitting = _variables.Where(v => v.Type == type && (!assignable || (v.IsAssignable && v.Branch == _frame.Branch))).ToList();
        // The newest ones are the interesting ones.
        return fitting.Count == 0 ? null : Code.Of(type, fitting[Math.Max(Next(fitting.Count), Next(fitting.Count))].Name);
    }

    private sealed record Variable(string Name, Ty Type, bool IsAssignable, int Branch);

    private sealed record Helper(string Name, Ty Returns, Ty[] Parameters, bool IsAsync, bool MayFail);

    /// <summary>Where the writer stands.</summary>
    private sealed record Frame(Ty Returns)
    {
        public int Depth { get; init; } = MaxDepth;

        /// <summary>Loops around, whose turns multiply.</summary>
        public int Loops { get; init; }

        /// <summary>Whether `break` and `continue` have a loop in this method.</summary>
        public bool CanBreak { get; init; }

        public bool CanContinue { get; init; }

        public bool IsInCatch { get; init; }

        public bool IsInTry { get; init; }

        /// <summary>False in Parallel and Map branches: with two failing branches C# and a state machine report different ones.</summary>
        public bool MayFail { get; init; } = true;

        public bool IsInHelper { get; init; }

        public int Lambdas { get; init; }

        public int Branch { get; init; }

        /// <summary>C# that gives the branch's name at run time.</summary>
        public string At { get; init; } = "\"\"";

        /// <summary>How many growing values the current statement reads: two of them in a loop double with every turn.</summary>
        public Box Grown { get; init; } = new();
    }

    private sealed class Box
    {
        public int Value { get; set; }
    }
}
