using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Fuzz;

/// <summary>Half-typed and broken code is diagnosed or left to C#, and never makes the compiler fail.</summary>
/// <remarks><c>AOT_FUZZ=full</c> tries every place of every file and many more mutations; <c>AOT_FUZZ_SEED</c> repeats a run.</remarks>
public sealed class NeverThrowsTests
{
    // So many prefixes and mutations in all keep a run under a minute.
    private const int SampledPrefixes = 1500;
    private const int SampledMutations = 1500;
    private const int FullMutationsPerFile = 200;
    private const int SmallFileChars = 700;

    private static readonly bool _isFull = Environment.GetEnvironmentVariable("AOT_FUZZ") == "full";
    private static readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("AOT_FUZZ_SEED"), out var seed) ? seed : 20261123;

    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void As_it_is_typed(string name)
    {
        var file = Corpus.Of(name);

        Check(file, Sample(Ends(file.Text), SampledPrefixes / Corpus.All.Count).Select(end => ($"the first {end} characters", file.Text[..end])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Broken_at_random(string name)
    {
        var file = Corpus.Of(name);
        var random = new Random(_seed ^ Corpus.All.ToList().IndexOf(file));
        var count = _isFull ? FullMutationsPerFile : SampledMutations / Corpus.All.Count;

        Check(file, Enumerable.Range(1, count).Select(turn => ($"seed {_seed}, mutation {turn}", Mutate(file.Text, random))));
    }

    // No deeper than what C# itself still reads on such a stack.
    [Theory]
    [InlineData("return n{0};", " + n", 2000)]
    [InlineData("return {0}n;", "- ", 300)]
    [InlineData("return {0}n;", "n > 1 ? 1 : ", 300)]
    [InlineData("var t = \"\"; t = t{0}; return t.Length;", " + $\"{n}\"", 1000)]
    [InlineData("{0}return n;", "if (n > 1) ", 300)]
    [InlineData("{0}return 0;", "if (n == 1) return 1; else ", 300)]
    [InlineData("{0}return n;", "n = n + 1; ", 3000)]
    [InlineData("var xs = new[] {{ n }}; xs = xs{0}; return xs.Length;", ".Where(x => x > 1).ToArray()", 150)]
    public void However_long_or_deep(string statements, string part, int times)
    {
        var body = string.Format(null, statements, string.Concat(Enumerable.Repeat(part, times)));
        var source = $"[StateMachine] public sealed partial class W {{ public async Task<int> RunAsync(int n) {{ {body} }} }}";

        // Editors analyze on threads with a smaller stack than the main one's.
        string? fault = null;
        var thread = new Thread(() => fault = Fuzzed.Fault(Corpus.All[0].With(source)), maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();

        Assert.True(fault is null, fault);
    }

    private static void Check(Corpus file, IEnumerable<(string What, string Text)> texts)
    {
        foreach (var (what, text) in texts)
        {
            if (Fuzzed.Fault(file.With(text)) is { } fault)
                Assert.Fail($"{file.Name}, {what}:\n{fault}\n\n{text}");
        }
    }

    // After every token, and in small files after every character.
    private static List<int> Ends(string text)
    {
        if (text.Length <= SmallFileChars)
            return [.. Enumerable.Range(0, text.Length)];
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14)).GetRoot();
        return [.. root.DescendantTokens().Select(token => token.Span.End).Distinct()];
    }

    private static IEnumerable<int> Sample(List<int> all, int count)
    {
        var step = _isFull ? 1 : Math.Max(1, all.Count / Math.Max(1, count));
        return all.Where((_, index) => index % step == _seed % step);
    }

    // Up to three tokens are deleted, doubled, or swapped with another.
    private static string Mutate(string text, Random random)
    {
        for (var turn = random.Next(3); turn >= 0; turn--)
        {
            var tokens = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14)).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToList();
            if (tokens.Count < 2)
                return text;
            var (one, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
            text = random.Next(3) switch
            {
                0 => text.Remove(one.SpanStart, one.Span.Length),
                1 => text.Insert(one.Span.End, " " + one.Text),
                _ => Swap(text, one, other),
            };
        }

        return text;
    }

    private static string Swap(string text, SyntaxToken one, SyntaxToken other)
    {
        if (one.SpanStart > other.SpanStart)
            (one, other) = (other, one);
        return one == other
            ? text
            : string.Concat(text[..one.SpanStart], other.Text, text[one.Span.End..other.SpanStart], one.Text, text[other.Span.End..]);
    }
}
