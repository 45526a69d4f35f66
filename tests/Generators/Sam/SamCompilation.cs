using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Sam;

/// <summary>A library with Lambda functions, as the compiler sees it.</summary>
internal static class SamCompilation
{
    private const string Usings = "global using System.Threading.Tasks; global using Aot.Runtime;";

    public static CSharpCompilation Of(string assemblyName, string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Aot.Runtime.dll" or "Aot.Authoring.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(Usings, path: "/p/Usings.cs"), CSharpSyntaxTree.ParseText(source, path: "/p/Source.cs")],
            platform,
            options);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }
}
