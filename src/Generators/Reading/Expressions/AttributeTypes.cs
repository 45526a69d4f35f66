using Aot.Generators.Ir.Expressions;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Which types DynamoDB can hold.</summary>
internal static class AttributeTypes
{
    /// <summary>Why a type has no attribute-value form and what to use instead; null where it has one.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isItem">True for what is a whole item, or a list of them.</param>
    public static string? Problem(JsonType type, bool isItem = false) => type.Kind switch
    {
        JsonKind.Object when type.Members.Count == 0 => "a type that contains itself has no attribute-value form; use a flat record",
        JsonKind.Object => type.Members.Select(MemberProblem).FirstOrDefault(p => p is not null),
        JsonKind.Array when isItem && type.Element!.Kind == JsonKind.Object => Problem(type.Element, isItem: true),
        JsonKind.Unknown when isItem => "its type does not say what it holds; write the record in the call itself",
        _ when isItem => "only a record has attributes; use a record with one member per attribute",
        JsonKind.Array => Problem(type.Element!),
        JsonKind.Boolean or JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => null,
        JsonKind.String or JsonKind.Guid or JsonKind.Enum or JsonKind.Time or JsonKind.Resource => null,
        _ => "attribute values are strings, numbers, booleans, arrays and records",
    };

    private static string? MemberProblem(JsonMember member) =>
        member.IsSet && member.Type is not { Kind: JsonKind.Array, Element.IsNullable: false } ? SetProblem
        : member.IsSet && !(member.Type.Element!.IsText || member.Type.Element.IsNumeric) ? SetProblem
        : Problem(member.Type);

    private const string SetProblem = "[AttributeSet] stands on an array of texts or numbers";
}
