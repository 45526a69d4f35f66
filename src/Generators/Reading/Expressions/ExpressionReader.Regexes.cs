using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Regular expressions that are constant and mean the same in .NET, JavaScript and Java.
internal sealed partial class ExpressionReader
{
    private const string RegexNamespace = "System.Text.RegularExpressions";
    private const int IgnoreCase = 1, Compiled = 8, Singleline = 16, EcmaScript = 256, CultureInvariant = 512;

    private static bool IsRegex(ISymbol symbol) => symbol.ContainingType?.ContainingNamespace.ToDisplayString() == RegexNamespace;

    private Expr ReadRegexCall(IInvocationOperation call, IReadScope scope)
    {
        var arguments = InOrder(call).Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value).ToList();
        if (call.TargetMethod.ContainingType.Name != "Regex" || arguments.Count == 0)
            return NoCounterpart(call, scope, "use Regex.IsMatch, Replace, Split, Count and Match(…).Value");

        // Regex.IsMatch(text, pattern, …) or pattern.IsMatch(text, …)
        var parts = call.Instance is null ? RegexParts([.. arguments.Skip(1)]) : RegexParts(Unwrap(InitializerOf(call.Instance)));
        if (call.Instance is null)
            arguments.RemoveAll(a => a == parts?.Pattern || a.Type?.Name is "RegexOptions" or "TimeSpan");
        if (parts is not { } given || given.Pattern.ConstantValue is not { HasValue: true, Value: string pattern } || given.Options is { ConstantValue.HasValue: false })
            return Invalid(scope, ExpressionDescriptors.Regex, (parts?.Pattern ?? call.Instance ?? call).Syntax.GetLocation(), "the pattern and its options are constants, in the call or in a 'static readonly Regex' of this project");

        var location = given.Pattern.Syntax.GetLocation();
        var options = given.Options?.ConstantValue.Value as int? ?? 0;
        if ((options & ~(IgnoreCase | Compiled | Singleline | EcmaScript | CultureInvariant)) != 0)
            return Invalid(scope, ExpressionDescriptors.Regex, given.Options!.Syntax.GetLocation(), "of the options only IgnoreCase, Singleline, ECMAScript, CultureInvariant and Compiled have a counterpart");
        var dialect = RegexDialect.Read(pattern, (options & EcmaScript) != 0, (options & Singleline) != 0);
        if (dialect.Problem is { } problem)
            return Invalid(scope, ExpressionDescriptors.Regex, location, problem);
        var ignoresCase = (options & IgnoreCase) != 0;
        if (ignoresCase && pattern.Any(c => c > 127))
            return Invalid(scope, ExpressionDescriptors.Regex, location, "IgnoreCase differs for letters outside ASCII");

        var text = Require(Read(arguments[0], scope), "ArgumentNullException");
        return text is InvalidExpr ? text : Matching(call, text, new RegexExpr(dialect.Text, ignoresCase), dialect, arguments, location, scope);
    }

    private Expr Matching(
        IInvocationOperation call, Expr text, RegexExpr regex, RegexDialect dialect, IReadOnlyList<IOperation> arguments, Location location, IReadScope scope)
    {
        switch (call.TargetMethod.Name, arguments.Count)
        {
            case ("IsMatch", 1):
                return Call("contains", JsonType.Boolean, text, regex);
            case ("Count", 1):
                return Count(Found(text, regex));
            case ("Split", 1) when dialect.Groups > 0:
                return Invalid(scope, ExpressionDescriptors.Regex, location, "C# puts what groups match between the parts; write (?:…)");
            case ("Split", 1):
                return Call("split", JsonType.Array(JsonType.String), text, regex);
            case ("Replace", 2):
                if (Read(arguments[1], scope) is not ConstantExpr { Value: string replacement } || !IsCommon(replacement, dialect.Groups))
                    return NoCounterpart(arguments[1], scope, "the replacement is a constant; in it $1 to $9 stand for groups that the pattern has, $0 for the whole match and $$ for a dollar");
                return Call("replace", JsonType.String, text, regex, ConstantExpr.Of(replacement));
            case ("Match", 1) when dialect.HasUncertainGroups:
                return Invalid(scope, ExpressionDescriptors.Regex, location, "a group that is optional or repeated has no certain value; write (?:…) around or instead of it");
            case ("Match", 1):
                return Once(Found(text, regex, ConstantExpr.Of(1)), "found", found => ReadMatch(found));
            default:
                return NoCounterpart(call, scope, "use Regex.IsMatch, Replace with a constant, Split, Count and Match(…).Value");
        }
    }

    // $match(text, /…/, 1) ──▶ {success, value, groups}
    private static Expr ReadMatch(Expr found)
    {
        var first = new ItemExpr(found, ConstantExpr.Of(0), JsonType.Any, IsPresent: true);
        return new ConditionalExpr(
            Binary(BinaryOperator.Greater, Count(found), ConstantExpr.Of(0)),
            MatchOf(ConstantExpr.True, new MemberExpr(first, "match", JsonType.String), new MemberExpr(first, "groups", JsonType.Array(JsonType.String))),
            MatchOf(ConstantExpr.False, ConstantExpr.Of(""), new ArrayExpr([], JsonType.Array(JsonType.String))),
            JsonType.Match);
    }

    private static ObjectExpr MatchOf(Expr success, Expr value, Expr groups) =>
        new([new ObjectMember("success", success), new ObjectMember("value", value), new ObjectMember("groups", groups)], JsonType.Match);

    // match.Success, match.Value, match.Groups[1].Value
    private Expr ReadRegexMember(IPropertyReferenceOperation operation, IReadScope scope)
    {
        const string advice = "of a match, Success, Value and Groups[1].Value can be read";
        if (operation is { Property.Name: "Value", Instance: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int number } }] } indexed }
            && indexed.Instance is IPropertyReferenceOperation { Property.Name: "Groups", Instance: { } match }
            && number >= 0)
            return OfMatch(match, scope, (found, first) => number == 0 ? new MemberExpr(first, "match", JsonType.String) : GroupOf(new MemberExpr(first, "groups", JsonType.Array(JsonType.String)), number), known =>
                number == 0 ? Access.Member(known, "value", JsonType.String) : new ConditionalExpr(
                    Access.Member(known, "success", JsonType.Boolean),
                    GroupOf(Access.Member(known, "groups", JsonType.Array(JsonType.String)), number),
                    ConstantExpr.Of(""),
                    JsonType.String));
        return operation switch
        {
            { Property.Name: "Success", Instance.Type.Name: "Match", Instance: { } owner } => Read(owner, scope) switch
            {
                LetExpr { Value: CallExpr { Function: "match", Arguments: [var text, RegexExpr regex, _] } } => Call("contains", JsonType.Boolean, text, regex),
                { Type.Kind: JsonKind.Match } known => Access.Member(known, "success", JsonType.Boolean),
                InvalidExpr invalid => invalid,
                _ => NoCounterpart(operation, scope, advice),
            },
            { Property.Name: "Value", Instance.Type.Name: "Match", Instance: { } owner } =>
                OfMatch(owner, scope, (_, first) => new MemberExpr(first, "match", JsonType.String), known => Access.Member(known, "value", JsonType.String)),
            _ => NoCounterpart(operation, scope, advice),
        };
    }

    private static ItemExpr GroupOf(Expr groups, int number) => new(groups, ConstantExpr.Of(number - 1), JsonType.String);

    // A match that is only read here needs no object: found ? part of it : ''
    private Expr OfMatch(IOperation match, IReadScope scope, Func<Expr, Expr, Expr> ofFound, Func<Expr, Expr> ofVariable)
    {
        switch (Read(match, scope))
        {
            case LetExpr { Variable: var found, Value: CallExpr { Function: "match" } call }:
                var first = new ItemExpr(found, ConstantExpr.Of(0), JsonType.Any, IsPresent: true);
                var isFound = Binary(BinaryOperator.Greater, Count(found), ConstantExpr.Of(0));
                return new LetExpr(found, call, new ConditionalExpr(isFound, ofFound(found, first), ConstantExpr.Of(""), JsonType.String));
            case { Type.Kind: JsonKind.Match } known:
                return Once(known, "match", ofVariable);
            case InvalidExpr invalid:
                return invalid;
            default:
                return NoCounterpart(match, scope, "keep the match in a local variable");
        }
    }

    private static CallExpr Found(Expr text, RegexExpr regex, params Expr[] limit) => Call("match", JsonType.Array(JsonType.Object("Match", [])), [text, regex, .. limit]);

    private static (IOperation Pattern, IOperation? Options)? RegexParts(IReadOnlyList<IOperation> arguments) =>
        arguments.Count == 0 ? null
        : (arguments.FirstOrDefault(a => a.Type?.SpecialType == SpecialType.System_String)!, arguments.FirstOrDefault(a => a.Type?.Name == "RegexOptions"));

    private static (IOperation Pattern, IOperation? Options)? RegexParts(IOperation? creation) =>
        creation is IObjectCreationOperation { Type.Name: "Regex", Arguments: { Length: > 0 } given } ? RegexParts([.. given.OrderBy(a => a.Parameter!.Ordinal).Select(a => a.Value)]) : null;

    private IOperation? InitializerOf(IOperation reference) => reference switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => Initializer(field),
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } => Initializer(property),
        _ => null,
    };

    // $$, $0 and the groups that there are; $& and ${name} are .NET's alone.
    private static bool IsCommon(string replacement, int groups)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '$')
                continue;
            i++;
            if (i == replacement.Length || (replacement[i] != '$' && !(replacement[i] >= '0' && replacement[i] - '0' <= Math.Min(groups, 9))))
                return false;
            if (replacement[i] != '$' && i + 1 < replacement.Length && char.IsDigit(replacement[i + 1]))
                return false;
        }

        return true;
    }
}
