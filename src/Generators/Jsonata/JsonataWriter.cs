using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Jsonata;

/// <summary>Writes expressions as JSONata 2.0.6 that means what the C# meant.</summary>
/// <remarks>
/// Five invariants keep JSONata's surprises out: object and array literals are JSON with <c>{% %}</c> leaves where possible; what has an array type
/// is an array for no, one and many items; members that data of others may lack are read as null; what is used twice is evaluated once;
/// no name hides a function. A sixth follows: "nothing", JSONata's value of an absent item, never reaches an operator that would swallow it.
/// </remarks>
internal sealed partial class JsonataWriter
{
    private readonly BoundNames _names;
    private int _lastFreshId; // counts down; the reader's ids count up

    private JsonataWriter(Expr root) => _names = new BoundNames(root);

    /// <summary>The value as JSON with <c>{% … %}</c> leaves, for <c>Arguments</c>, <c>Output</c>, <c>Assign</c>, <c>Condition</c> and their like.</summary>
    public static JsonText Template(Expr expr) =>
        expr is ConstantExpr { Value: null } ? JsonText.Of("{% null %}") : new JsonataWriter(expr).WriteTemplate(expr);

    /// <summary>The expression as one JSONata text without <c>{% %}</c>.</summary>
    public static string Expression(Expr expr) => new JsonataWriter(expr).Write(expr).Text;

    private Fragment Write(Expr expr) => _names.Resolve(expr) switch
    {
        ConstantExpr constant => WriteConstant(constant.Value),
        ResourceExpr resource => Primary($"'${{{resource.Substitution}}}'"),
        VariableExpr variable => Primary("$" + variable.Name),
        BoundExpr bound => Primary("$" + _names.NameOf(bound)),
        InputExpr => Primary("$states.context.Execution.Input"),
        StateInputExpr => Primary("$states.input"),
        TaskResultExpr => Primary("$states.result"),
        ErrorExpr => Primary("$states.errorOutput"),
        ContextExpr => Primary("$states.context"),
        MemberExpr member => WriteMember(member),
        ItemExpr item => WriteItem(item),
        LookupExpr lookup => WriteLookup(lookup),
        RangeExpr range => Primary($"[{WriteStrict(range.First).At(Precedence.Or)}..{WriteStrict(range.Last).At(Precedence.Or)}]"),
        NullTestExpr test => WriteNullTest(test),
        BinaryExpr binary => WriteBinary(binary),
        ConditionalExpr conditional => WriteConditional(conditional),
        LetExpr let => WriteLet(let),
        CallExpr call => WriteCall(call),
        LambdaExpr lambda => WriteLambda(lambda),
        RegexExpr regex => Primary(JsonataText.Regex(regex.Pattern, regex.IgnoresCase)),
        ObjectExpr literal => WriteObject(literal),
        MergeExpr merge => WriteMerge(merge),
        JsonataTextExpr source => WriteSource(source),
        EntryExpr entry => Primary($"{{{WriteStrict(entry.Key).At(Precedence.Or)}: {WriteStrict(entry.Value).Text}}}"),
        ArrayExpr literal => WriteArray(literal),
        EncodedExpr encoded => Write(Expand(encoded)),
        FailExpr fail => Primary($"$error({JsonataText.String(fail.Message).Text})"),
        _ => Primary("null"),
    };

    private BoundExpr Fresh(string hint, JsonType type) => new(--_lastFreshId, hint, type);

    private Expr Expand(EncodedExpr encoded) => new Encodings(Fresh).Expand(encoded with { Value = _names.Resolve(encoded.Value) });

    private static Fragment Primary(string text) => new(text, Precedence.Primary);

    private static Fragment WriteConstant(object? value) => value switch
    {
        null => Primary("null"),
        bool boolean => Primary(boolean ? "true" : "false"),
        long number => JsonataText.Number(number),
        double number => JsonataText.Number(number),
        _ => JsonataText.String((string)value),
    };

    private Fragment WriteLambda(LambdaExpr lambda)
    {
        var names = lambda.Parameters.Select(p => "$" + _names.Open(p)).ToArray();
        var body = WriteStrict(lambda.Body).Text;
        foreach (var parameter in lambda.Parameters)
            _names.Close(parameter);
        return Primary($"function({string.Join(", ", names)}) {{ {body} }}");
    }

    // let v = value in body
    //   ──▶
    // ($v := value; body)
    private Fragment WriteLet(LetExpr let)
    {
        var opened = new List<BoundExpr>();
        var bindings = new List<string>();
        Expr rest = let;
        while (rest is LetExpr { Variable: var variable } inner)
        {
            var value = _names.Resolve(inner.Value);
            if (value.IsSimple() || IsShorter(inner, value) || (variable.Id > 0 && IsUsedOnce(inner, value)))
            {
                _names.Inline(variable, value);
            }
            else
            {
                var text = WriteStrict(value).Text;
                bindings.Add($"${_names.Open(variable)} := {text}; ");
                opened.Add(variable);
            }

            rest = inner.Body;
        }

        var body = bindings.Count == 0 ? Write(rest) : Primary($"({string.Concat(bindings)}{Write(rest).Text})");
        foreach (var variable in opened)
            _names.Close(variable);
        return body;
    }

    // A path costs nothing to evaluate, but a name is easier to read than the same path three times.
    private static bool IsShorter(LetExpr let, Expr value) => value.IsPath() && let.Body.CountUses(let.Variable) <= 2;

    // A value that may fail or change stays where it was, before the body.
    private static bool IsUsedOnce(LetExpr let, Expr value) => let.Body.CountUses(let.Variable) <= 1 && !value.CanFail() && !value.IsVolatile();
}
