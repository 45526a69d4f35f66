using System.Text;

namespace Aot.Generators.CSharp;

/// <summary>The constants that Synth reads from the assembly: one class per resource inside <c>Aot.Generated.Catalog</c>.</summary>
internal static class CatalogSource
{
    /// <param name="text">The source to add to.</param>
    /// <param name="name">Logical id of the main resource.</param>
    /// <param name="kind"><c>StateMachine</c> or <c>Function</c>; keeps a machine and a function of one name apart until Synth can report them.</param>
    /// <param name="constants">Names and values of the constants.</param>
    public static void Append(StringBuilder text, string name, string kind, params (string Name, string Value)[] constants)
    {
        text.Append("namespace Aot.Generated\n{\n    internal static partial class Catalog\n    {\n        internal static class ")
            .Append(kind).Append('_').Append(name).Append("\n        {\n");
        foreach (var (constant, value) in constants)
            text.Append("            internal const string ").Append(constant).Append(" = ").Append(CSharpText.Literal(value, "                ")).Append(";\n");
        text.Append("        }\n    }\n}\n");
    }
}
