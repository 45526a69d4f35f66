using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata.Functions;

/// <summary>A regular expression: a function from a string to its first match, which leads on to the next.</summary>
internal sealed class RegexValue : FunctionValue
{
    private readonly string _pattern;
    private readonly RegexOptions _options;
    private readonly int _position;
    private volatile Regex? _regex;
    private TimeSpan _timeout;

    /// <exception cref="JsonataException">The pattern is not valid (S0303).</exception>
    public RegexValue(string pattern, bool ignoresCase, bool isMultiline, int position)
    {
        _position = position;
        _options = RegexOptions.CultureInvariant | (ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            _pattern = RegexTranslation.ToDotNet(pattern, isMultiline);
            _timeout = EvaluationLimits.Default.Timeout;
            _regex = new Regex(_pattern, _options, _timeout);
        }
        catch (ArgumentException error)
        {
            throw new JsonataException("S0303") { Position = position, Token = pattern, Detail = error.Message };
        }
        Source = pattern;
    }

    public string Source { get; }

    public override int Arity => 2;

    /// <summary>The matches in order, found as they are asked for.</summary>
    /// <exception cref="JsonataException">A match after the first is empty (D1004), or matching takes too long (U1001).</exception>
    public IEnumerable<Match> Matches(string text, Run run)
    {
        var match = Find(text, 0, run);
        while (match.Success)
        {
            yield return match;
            var end = match.Index + match.Length;
            if (end >= text.Length)
                yield break;
            run.Tick();
            match = Find(text, end, run);
            if (match is { Success: true, Length: 0 })
                throw new JsonataException("D1004") { Position = _position, Value = new StringValue(Source) };
        }
    }

    public bool IsMatch(string text, Run run) => Find(text, 0, run).Success;

    protected override Value? Invoke(Value?[] arguments, Value? context, Frame frame) =>
        arguments.Length > 0 && arguments[0] is StringValue text ? Describe(Matches(text.Text, frame.Run).GetEnumerator()) : null;

    private static ObjectValue? Describe(IEnumerator<Match> matches)
    {
        if (!matches.MoveNext())
            return null;
        var match = matches.Current;
        return new ObjectValue
        {
            ["match"] = match.Value,
            ["start"] = match.Index,
            ["end"] = match.Index + match.Length,
            ["groups"] = Groups(match),
            ["next"] = new NativeFunction("next", "<x?:o>", 0, (_, _, _) => Describe(matches)),
        };
    }

    public static ArrayValue Groups(Match match)
    {
        var groups = new ArrayValue(match.Groups.Count - 1);
        for (var i = 1; i < match.Groups.Count; i++)
            groups.Add(match.Groups[i].Success ? match.Groups[i].Value : NullValue.Instance);
        return groups;
    }

    private Match Find(string text, int start, Run run)
    {
        var limit = run.TimeLeft;
        // The longest limit seen so far is built into the regex; the clock of the run does the rest.
        if (limit > _timeout)
        {
            _timeout = limit;
            _regex = new Regex(_pattern, _options, limit);
        }
        try
        {
            return _regex!.Match(text, start);
        }
        catch (RegexMatchTimeoutException)
        {
            throw run.TimeExceeded();
        }
    }
}
