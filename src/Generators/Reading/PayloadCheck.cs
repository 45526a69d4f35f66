using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Points at inputs and outputs that may outgrow a payload: lists inside lists.</summary>
internal static class PayloadCheck
{
    public static void Report(IMethodSymbol runAsync, JsonTypeReader types, DiagnosticSink sink)
    {
        var result = (runAsync.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        foreach (var (type, place) in runAsync.Parameters.Select(p => (p.Type, p.Locations)).Append((result!, runAsync.Locations)))
        {
            if (type is not null && Nested(types.Read(type), depth: 0))
                sink.Report(ExpressionDescriptors.UnboundedPayload, place.FirstOrDefault() ?? Location.None, type.Name.Length > 0 ? type.Name : type.ToDisplayString());
        }
    }

    private static bool Nested(JsonType type, int depth) => type switch
    {
        { Kind: JsonKind.Array or JsonKind.Dictionary, Element: { } element } => depth > 0 || Nested(element, depth + 1),
        { Kind: JsonKind.Object } => type.Members.Any(m => Nested(m.Type, depth)),
        _ => false,
    };
}
