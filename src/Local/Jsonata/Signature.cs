using Aot.Local.Json;
using Aot.Local.Jsonata.Evaluation;

namespace Aot.Local.Jsonata;

/// <summary>The parameters of a function, as <c>&lt;s-n?:s&gt;</c> writes them, and how arguments are matched with them.</summary>
/// <remarks>
/// s n b l o a f: string, number, boolean, null, object, array, function · j: any but a function · x: any · (sn): one of · a&lt;n&gt;: array of ·
/// - context if missing · ? optional · + one or more. Every type but f takes undefined, too.
/// </remarks>
internal sealed class Signature
{
    private const char Missing = 'm';

    private readonly Parameter[] _parameters;
    private readonly bool _isSimple;

    private Signature(Parameter[] parameters)
    {
        _parameters = parameters;
        _isSimple = parameters.All(p => p.Max == 1);
    }

    /// <param name="text">The signature with its angle brackets.</param>
    /// <param name="position">Where it stands in the expression.</param>
    /// <exception cref="JsonataException">A type parameter or choice that JSONata does not have (S0401, S0402).</exception>
    public static Signature Parse(string text, int position)
    {
        var parameters = new List<Parameter>();
        for (var i = 1; i < text.Length && text[i] != ':'; i++)
        {
            switch (text[i])
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    parameters.Add(new Parameter(text[i], $"{text[i]}{Missing}"));
                    break;
                case 'f':
                    parameters.Add(new Parameter('f', "f"));
                    break;
                case 'a' or 'x':
                    parameters.Add(new Parameter(text[i], $"asnblfo{Missing}"));
                    break;
                case 'j':
                    parameters.Add(new Parameter('j', $"asnblo{Missing}"));
                    break;
                case '-':
                    parameters[^1] = parameters[^1] with { Min = 0, UsesContext = true };
                    break;
                case '?':
                    parameters[^1] = parameters[^1] with { Min = 0 };
                    break;
                case '+':
                    parameters[^1] = parameters[^1] with { Max = int.MaxValue };
                    break;
                case '(':
                    var end = ClosingBracket(text, i, '(', ')');
                    var choice = text[(i + 1)..end];
                    if (choice.Contains('<'))
                        throw new JsonataException("S0402") { Position = position + i, Value = new StringValue(choice) };
                    parameters.Add(new Parameter('(', choice + Missing));
                    i = end;
                    break;
                case '<':
                    if (parameters is not [.., { Type: 'a' or 'f' }])
                        throw new JsonataException("S0401") { Position = position + i };
                    var close = ClosingBracket(text, i, '<', '>');
                    parameters[^1] = parameters[^1] with { ItemType = text[(i + 1)..close] };
                    i = close;
                    break;
            }
        }
        return new Signature([.. parameters]);
    }

    /// <summary>The arguments as the function expects them: context filled in, single values as arrays.</summary>
    /// <exception cref="JsonataException">An argument does not fit (T0410, T0411, T0412).</exception>
    public Value?[] Validate(Value?[] arguments, Value? context)
    {
        if (_isSimple && arguments.Length == _parameters.Length && FitOneToOne(arguments))
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (_parameters[i].Type == 'a' && arguments[i] is { } argument)
                    arguments[i] = AsArray(_parameters[i], argument, i, 1);
            }
            return arguments;
        }
        var counts = new int[_parameters.Length];
        if (!Match(arguments, 0, 0, _parameters.Length, mustEnd: true, counts))
            throw new JsonataException("T0410") { Index = FirstMisfit(arguments) + 1, Value = null };
        return Arrange(arguments, counts, context);
    }

    private bool FitOneToOne(Value?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!_parameters[i].Types.Contains(Symbol(arguments[i])))
                return false;
        }
        return true;
    }

    private Value?[] Arrange(Value?[] arguments, int[] counts, Value? context)
    {
        var arranged = new List<Value?>(_parameters.Length);
        var next = 0;
        for (var i = 0; i < _parameters.Length; i++)
        {
            var parameter = _parameters[i];
            if (counts[i] == 0 && parameter.UsesContext)
            {
                if (!parameter.Types.Contains(Symbol(context)))
                    throw new JsonataException("T0411") { Index = next + 1, Value = context };
                arranged.Add(context);
                continue;
            }
            for (var n = 0; n < Math.Max(1, counts[i]); n++, next++)
            {
                var argument = next < arguments.Length ? arguments[next] : null;
                var isWrapped = counts[i] > 0 && parameter.Type == 'a' && argument is not null;
                arranged.Add(isWrapped ? AsArray(parameter, argument!, next, counts[i]) : argument);
            }
        }
        return [.. arranged];
    }

    private static ArrayValue AsArray(Parameter parameter, Value argument, int index, int matched)
    {
        if (parameter.ItemType is { } itemType && !HoldsOnly(argument, itemType, matched))
            throw new JsonataException("T0412") { Index = index + 1, Value = argument, Detail = PluralOf(itemType) };
        return argument as ArrayValue ?? new ArrayValue(argument);
    }

    private static bool HoldsOnly(Value argument, string itemType, int matched)
    {
        if (argument is not ArrayValue array)
            return matched == 1 && itemType.Length == 1 && itemType[0] == Symbol(argument);
        foreach (var item in array.Items)
        {
            if (Symbol(item) != itemType[0])
                return false;
        }
        return true;
    }

    // Greedy, as a regular expression over the types of the arguments would match.
    private bool Match(Value?[] arguments, int argument, int parameter, int parameters, bool mustEnd, int[] counts)
    {
        if (parameter == parameters)
            return !mustEnd || argument == arguments.Length;
        var (types, min, max) = (_parameters[parameter].Types, _parameters[parameter].Min, _parameters[parameter].Max);
        var fitting = 0;
        while (fitting < max && argument + fitting < arguments.Length && types.Contains(Symbol(arguments[argument + fitting])))
            fitting++;
        for (; fitting >= min; fitting--)
        {
            counts[parameter] = fitting;
            if (Match(arguments, argument + fitting, parameter + 1, parameters, mustEnd, counts))
                return true;
        }
        return false;
    }

    private int FirstMisfit(Value?[] arguments)
    {
        var good = 0;
        var counts = new int[_parameters.Length];
        for (var parameters = 1; parameters <= _parameters.Length; parameters++)
        {
            if (!Match(arguments, 0, 0, parameters, mustEnd: false, counts))
                return good;
            good = counts.Take(parameters).Sum();
        }
        return good;
    }

    private static char Symbol(Value? value) => value switch
    {
        StringValue => 's',
        NumberValue => 'n',
        ObjectValue => 'o',
        ArrayValue => 'a',
        BooleanValue => 'b',
        NullValue => 'l',
        FunctionValue => 'f',
        _ => Missing,
    };

    private static string PluralOf(string type) => type[0] switch
    {
        'a' => "arrays",
        'b' => "booleans",
        'f' => "functions",
        'n' => "numbers",
        'o' => "objects",
        's' => "strings",
        _ => "values",
    };

    private static int ClosingBracket(string text, int start, char open, char close)
    {
        var depth = 1;
        var position = start;
        while (depth > 0 && ++position < text.Length)
            depth += text[position] == close ? -1 : text[position] == open ? 1 : 0;
        return Math.Min(position, text.Length - 1);
    }

    private sealed record Parameter(char Type, string Types)
    {
        public int Min { get; init; } = 1;

        public int Max { get; init; } = 1;

        public bool UsesContext { get; init; }

        public string? ItemType { get; init; }
    }
}
