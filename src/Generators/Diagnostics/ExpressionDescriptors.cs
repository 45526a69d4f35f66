using Microsoft.CodeAnalysis;

namespace Aot.Generators.Diagnostics;

/// <summary>Diagnostics about expressions and types: what is wrong, why, what to write instead. Pages: docs/diagnostics.</summary>
internal static class ExpressionDescriptors
{
    public static readonly DiagnosticDescriptor AwaitPosition = Error(
        "WF2002",
        "An awaited call is a statement of its own",
        "'await' inside an expression would become a state that always runs; write 'var result = await …;' first and use 'result' here");

    public static readonly DiagnosticDescriptor Mutation = Error(
        "WF2009",
        "A workflow's values do not change",
        "'{0}' would change a value in place, and a state machine only gives variables new values, a statement each; {1}");

    public static readonly DiagnosticDescriptor NoCounterpart = Error(
        "WF3001",
        "Expression has no counterpart in JSONata",
        "'{0}' cannot be computed in a state machine; {1}");

    public static readonly DiagnosticDescriptor LambdaBody = Error(
        "WF3002",
        "A lambda is one expression without await",
        "This lambda becomes a JSONata function, which is a single expression; write it as 'x => expression', or use a foreach loop");

    public static readonly DiagnosticDescriptor Culture = Error(
        "WF3003",
        "String operation depends on a culture",
        "'{0}' compares or converts by the rules of a culture, which a state machine does not know; {1}");

    public static readonly DiagnosticDescriptor StringOrder = Error(
        "WF3004",
        "Ordering strings needs StringComparer.Ordinal",
        "'{0}' orders strings by the rules of a culture, which a state machine does not know; pass StringComparer.Ordinal as the last argument");

    public static readonly DiagnosticDescriptor NeedsFormat = Error(
        "WF3005",
        "Value needs a format to become text",
        "C# and JSONata write a {0} differently; {1}");

    public static readonly DiagnosticDescriptor LastDigit = Info(
        "WF3006",
        "Rounded text may differ in its last digit",
        "C# rounds the exact binary value and JSONata its decimal text, so a value exactly between two results may give another last digit");

    public static readonly DiagnosticDescriptor TooLarge = Warning(
        "WF3007",
        "Whole number is larger than JSON numbers are exact",
        "{0} is beyond 2^53, where a state machine rounds numbers; keep such values as strings");

    public static readonly DiagnosticDescriptor DecimalArithmetic = Error(
        "WF3008",
        "A state machine does not compute with decimal",
        "A state machine computes with binary doubles, so decimal results would differ; compute with whole cents as 'long'");

    public static readonly DiagnosticDescriptor Overflow = Info(
        "WF3009",
        "An int overflow is not noticed",
        "This product may leave the range of int, where C# wraps around and a state machine goes on with the exact value; write 'checked(…)' to fail, or compute with long");

    public static readonly DiagnosticDescriptor DivisionByZero = Error(
        "WF3010",
        "Division by zero",
        "This divides by the constant zero and always fails; divide by something else");

    public static readonly DiagnosticDescriptor TextPosition = Warning(
        "WF3011",
        "Position in a text counts differently",
        "C# counts UTF-16 units and a state machine counts code points, so behind a character such as an emoji positions differ; use Split, Replace or StartsWith where you can");

    public static readonly DiagnosticDescriptor Regex = Error(
        "WF3012",
        "Regular expression is not a constant of the common dialect",
        "This pattern cannot be used in a state machine: {0}");

    public static readonly DiagnosticDescriptor LocalTime = Error(
        "WF3013",
        "A state machine knows points in time, not local time",
        "'{0}' depends on a time zone or has none; {1}");

    public static readonly DiagnosticDescriptor ReferenceEquality = Error(
        "WF3014",
        "Values cannot be compared with == here",
        "C# and a state machine compare {0} differently; compare the members or items that matter");

    public static readonly DiagnosticDescriptor Source = Error(
        "WF3015",
        "JSONata of the author's own is not what Step Functions takes",
        "This is no JSONata 2.0.6 that can stand here{0}: {1}");

    public static readonly DiagnosticDescriptor LongExpression = Warning(
        "WF3016",
        "Expression is very long",
        "This state evaluates an expression of {0} parts, which may take more than the second that Step Functions gives it; split it over several statements, below {1} parts each");

    public static readonly DiagnosticDescriptor LetterCase = Info(
        "WF3017",
        "Letters outside ASCII may change case differently",
        "C# changes case letter by letter and a state machine by the rules of Unicode, so 'ß' or 'İ' differ; ASCII letters do not");

    public static readonly DiagnosticDescriptor NotJson = Error(
        "WF4001",
        "Type has no JSON form",
        "'{0}' cannot be used in a state machine: {1}");

    public static readonly DiagnosticDescriptor EnumName = Error(
        "WF4002",
        "An enum is the name of one of its members",
        "In a state machine '{0}' is the member's name, not a number; {1}");

    public static readonly DiagnosticDescriptor TimeMember = Error(
        "WF4003",
        "Payload has a TimeSpan or DateTime member",
        "'{0}' has no form in JSON that both sides compute with: {1}");

    public static readonly DiagnosticDescriptor RepeatedNormalisation = Info(
        "WF4005",
        "Nullable member is asked for again and again",
        "'{0}' may be absent, so each of its reads tests for that, this is the {1}rd; declare it as not nullable if whoever sends it always writes it");

    public static readonly DiagnosticDescriptor NameCollision = Error(
        "WF4006",
        "Two members have one name in JSON",
        "'{0}' and '{1}' are both written as '{2}'; rename one of them, or give it a [JsonPropertyName] of its own");

    public static readonly DiagnosticDescriptor UnboundedPayload = Info(
        "WF4007",
        "Payload may outgrow its limit",
        "'{0}' holds lists inside lists, and a payload has at most 256 KiB; pass a key to the data where it may grow");

    public static readonly DiagnosticDescriptor OpenHierarchy = Error(
        "WF4008",
        "Type hierarchy is not closed",
        "JSON does not tell the types under '{0}' apart; {1}");

    public static readonly DiagnosticDescriptor InputDefault = Error(
        "WF4009",
        "A member of the input has no default",
        "'{0}' has a default in C#, but an input that leaves it out reaches the state machine as it is and reading it would fail; declare it nullable "
        + "with the default null and write 'input.{0} ?? …' here");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, DescriptorSet.Workflow, severity, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id));
}
