using Aot.Generators.Dispatch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Dispatch;

public sealed class DispatchDiagnosticTests
{
    [Theory]
    [InlineData(
        "public class A { [LambdaFunction] public void Run() {} } public class B { [LambdaFunction] public void RunAsync() {} }", "WF8001",
        "\"A.Run()\" and \"B.RunAsync()\" both have the handler name \"Run\"")]
    [InlineData("public class A { [LambdaFunction] void Handle() {} }", "WF8002", "\"A.Handle()\" is marked [LambdaFunction]")]
    [InlineData("class A<T> { [LambdaFunction] public void Handle() {} }", "WF8002", "make the method and its class public and not generic")]
    [InlineData("public class A { [LambdaFunction] public void Handle(object o) {} }", "WF8003", "its parameter \"o\" is object, of which nothing is known; use JsonElement")]
    [InlineData("public record T(System.IO.Stream S); public class A { [LambdaFunction] public void Handle(T[] t) {} }", "WF8003", "its parameter \"t\"[], member S is System.IO.Stream, which is abstract")]
    [InlineData("public class A { [LambdaFunction] public (int, int) Handle() => default; }", "WF8003", "its result is (int, int), a tuple")]
    [InlineData("[System.Flags] public enum F { A, B } public class A { [LambdaFunction] public F Handle() => default; }", "WF8003", "an enum of flags")]
    [InlineData("public class A { [LambdaFunction] public System.Collections.Generic.Dictionary<int, int> Handle() => null!; }", "WF8003", "whose keys are not strings")]
    [InlineData("public record T(int X) { public int x => X; } public class A { [LambdaFunction] public void Handle(T t) {} }", "WF8003", "two members with the JSON name \"x\"")]
    [InlineData("public class T { public T(int a) {} } public class A { [LambdaFunction] public void Handle(T t) {} }", "WF8003", "whose constructor parameter \"a\" has no property of the same name and type")]
    [InlineData("public class T { public T(int a) {} public T(string b) {} } public class A { [LambdaFunction] public void Handle(T t) {} }", "WF8003", "mark one with [JsonConstructor]")]
    [InlineData("public class A(int x) { [LambdaFunction] public int Handle() => x; }", "WF8004", "\"A\" has none")]
    [InlineData("public abstract class A { [LambdaFunction] public void Handle() {} }", "WF8004", "\"A\" has none")]
    [InlineData("public class A { [LambdaFunction] public void Handle(ref int x) {} }", "WF8005", "its parameter \"x\" is passed by reference")]
    [InlineData("public class A { [LambdaFunction] public void Handle(System.ReadOnlyMemory<byte> a, int b) {} }", "WF8005", "a raw event is the only payload")]
    public void A_function_that_cannot_be_called_is_a_diagnostic_at_its_method(string source, string id, string message)
    {
        var (diagnostics, _) = Compile(source);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.True(diagnostic.Location.IsInSource);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_the_good_functions_remain()
    {
        var (diagnostics, text) = Compile(
            "public class A { [LambdaFunction] public void One(object o) {} [LambdaFunction] public void Two(dynamic o) {} [LambdaFunction] public int Three(int x) => x; }");

        Assert.Equal(["WF8003", "WF8003"], diagnostics.Select(d => d.Id));
        Assert.Contains("const string HandlerNames = \"Three\";", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_of_referenced_assemblies_are_found()
    {
        var (diagnostics, text) = Compile("");

        Assert.Empty(diagnostics);
        Assert.Contains("case \"ProcessJob\":", Compile("", withHandlers: true).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ProcessJob", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_gets_no_dispatch()
        => Assert.Null(DispatchCompiler.Compile(Compilation("public class A { [LambdaFunction] public void Handle() {} }", OutputKind.DynamicallyLinkedLibrary), default).Source);

    [Fact]
    public void The_functions_of_Amazons_annotations_are_recognised()
    {
        var (_, text) = Compile(
            "namespace Amazon.Lambda.Annotations { public class LambdaFunctionAttribute : System.Attribute { } } " +
            "namespace N { public class A { [Amazon.Lambda.Annotations.LambdaFunction] public void Handle() {} } }");

        Assert.Contains("case \"A\":", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_line_changes_nothing()
        => Assert.Equal(Compile("public class A { [LambdaFunction] public void Handle(int x) {} }").Text, Compile("\n\npublic class A {\n [LambdaFunction] public void Handle(int x) {} }").Text);

    private static (IReadOnlyList<Diagnostic> Diagnostics, string Text) Compile(string source, bool withHandlers = false)
    {
        var compilation = Compilation(source, OutputKind.ConsoleApplication, withHandlers);
        var result = DispatchCompiler.Compile(compilation, CancellationToken.None);
        var complete = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(result.Source!, new CSharpParseOptions(LanguageVersion.CSharp14)));
        Assert.Empty(complete.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return (result.Diagnostics, result.Source!);
    }

    private static CSharpCompilation Compilation(string source, OutputKind kind, bool withHandlers = false)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "Aot.Runtime.dll" || (withHandlers && name is "Aot.Handlers.dll" or "Aot.Aws.dll")))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "Functions",
            [
                CSharpSyntaxTree.ParseText("global using Aot.Runtime;"),
                CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14)),
                CSharpSyntaxTree.ParseText("static class Program { static int Main() => Aot.Bootstrap.Dispatch.Run(); }"),
            ],
            references,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }
}
