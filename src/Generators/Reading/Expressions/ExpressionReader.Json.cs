using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// JSON inside strings.
internal sealed partial class ExpressionReader
{
    // JsonSerializer.Serialize(x, JsonSerializerOptions.Web) ──▶ $string(x)        Deserialize<T>(s, …) ──▶ $parse(s)
    private Expr ReadJson(IInvocationOperation call, IReadScope scope)
    {
        var arguments = InOrder(call).Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).Select(a => a.Value).ToList();
        var options = arguments.Count > 1 ? arguments[1] : null;
        var type = call.TargetMethod.TypeArguments is [var given] ? given : null;
        if (call.TargetMethod.Name is not ("Serialize" or "Deserialize") || type is null || arguments.Count is 0 or > 2)
            return NoCounterpart(call, scope, "use JsonSerializer.Serialize(value, JsonSerializerOptions.Web) or JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)");
        var json = Types.Read(type);
        if (Types.Problem(type) is { } problem)
            return Invalid(scope, Diagnostics.ExpressionDescriptors.NotJson, Spans.Narrowest(call), type.Name, problem);
        if (options is null ? HasNames(json) : !IsWeb(options))
            return NoCounterpart(call, scope, "the names in it are camelCase there; pass JsonSerializerOptions.Web, or a 'static readonly' JsonSerializerOptions made with JsonSerializerDefaults.Web");
        if (Unlike(json, options) is { } unlike)
            return NoCounterpart(call, scope, unlike);

        if (call.TargetMethod.Name == "Deserialize")
        {
            var text = Require(Read(arguments[0], scope), "ArgumentNullException");
            return text is InvalidExpr ? text : FailingCall("parse", Types.Read(call.Type!), text);
        }

        var value = Read(arguments[0], scope);
        return value is InvalidExpr ? value : new EncodedExpr(value, MemberEncoding.JsonText);
    }

    private static bool HasNames(JsonType type) =>
        type.Kind == JsonKind.Object || (type is { Kind: JsonKind.Array or JsonKind.Dictionary, Element: { } element } && HasNames(element));

    // What is written otherwise: 17 digits against 15, an enum's number against its name, another form of a time.
    private string? Unlike(JsonType type, IOperation? options) => type switch
    {
        { Kind: JsonKind.Number or JsonKind.Decimal } => "doubles are written with 15 digits there; format the number, or use a member with [JsonText]",
        { Kind: JsonKind.Time } => "times are written in another form there; format the time, or use a member with [JsonText]",
        { Kind: JsonKind.Enum } when options is null || !NamesEnums(options) =>
            "enums are their names there; use options with Converters = { new JsonStringEnumConverter() }",
        { Kind: JsonKind.Array or JsonKind.Dictionary, Element: { } element } => Unlike(element, options),
        { Kind: JsonKind.Object } => type.Members.Any(m => m.OmitWhenNull)
            ? "requests of services leave null out; use a record of your own"
            : type.Members.Select(m => Unlike(m.Type, options)).FirstOrDefault(u => u is not null),
        _ => null,
    };

    private bool IsWeb(IOperation options) => Unwrap(options) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Web", ContainingType.Name: "JsonSerializerOptions" } } => true,
        IFieldReferenceOperation or IPropertyReferenceOperation => Creation(options) is { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: 1 } }] } creation
            && (creation.Initializer?.Initializers ?? []).All(i => AssignedName(i) is "Encoder" or "Converters"),
        _ => false,
    };

    private bool NamesEnums(IOperation options) =>
        Creation(options) is { } creation && creation.Descendants().Any(d => d is IObjectCreationOperation { Type.Name: "JsonStringEnumConverter" });

    private IObjectCreationOperation? Creation(IOperation options) => Unwrap(options) is { } reference ? Unwrap(InitializerOf(reference)) as IObjectCreationOperation : null;

    private static string? AssignedName(IOperation initializer) => initializer switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } => name,
        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property.Name: var name } } => name,
        _ => null,
    };
}
