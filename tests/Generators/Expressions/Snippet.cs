using System.Reflection;
using System.Runtime.Loader;
using Aot.Authoring;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Tests.Expressions;

/// <summary>A C# expression over some local variables: compiled, so that it can be run; and read, so that it can be written as JSONata.</summary>
internal sealed class Snippet : IReadScope
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Text.RegularExpressions;
        using Aot.Authoring;
        using Aot.Authoring.Services.DynamoDb;
        using Aot.Authoring.Services.Ec2;
        using Aot.Authoring.Services.Sqs;
        using Aot.Authoring.Services.StepFunctions;

        """;

    private const string Types = """
        public record Item(string Id, int Quantity, string? Note = null, int? Limit = null, string[]? Tags = null, Item? Next = null);
        public record Pair(int A, string B);
        public record Row(string Id, double Celsius, Level Level, DateTimeOffset At);
        public record Deep(string Id, Row Inner, string[] Tags, bool Flag, int? Count, Row[] Rows);
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Ring), "ring")]
        [JsonDerivedType(typeof(Square), "square")]
        public abstract record Shape(string Id);
        public record Circle(string Id, double Radius) : Shape(Id);
        public sealed record Ring(string Id, double Radius, double Hole) : Circle(Id, Radius);
        public sealed record Square(string Id, double Side, string? Note = null) : Shape(Id);
        public record Animal(string Name);
        public sealed record Dog(string Name, int Age) : Animal(Name);
        public record Twins(int Url, int URL);
        public record Line(string Id, Level Level) { public string Key => Id + "/" + Level; }
        public record Init { public required string A { get; init; } public int B { get; init; } = 7; public string? C { get; init; } }
        public record Lasting(TimeSpan Duration);
        public record Chain(Chain? Next, string Id);
        public class Trimmed(string text) { public string Text { get; } = text.Trim(); }
        public sealed class NoSuchItemException : Exception;
        public enum Level { Ok, Warning, Critical }

        [StateMachine("WorkerMachine")]
        public class Worker;

        public static class Own
        {
            public static readonly Queue Jobs = new("JobQueue");
            public static readonly Table Heartbeats = new("HeartbeatTable");
            public static readonly Function Work = new("WorkFunction");
            public static readonly Regex Digits = new("[0-9]+", RegexOptions.Compiled);
            public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            public const int Max = 5;
            public static readonly int Computed = Max * 2;
            public static int Mutable = 3;
            public static int Twice(int x) => x + x;
            public static int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
            public static string Label(this Item item) => item.Id + (item.Note ?? "-");
            public static int Stepwise(int n) { var x = n; return x; }
        }

        """;

    private static readonly CSharpParseOptions _parseOptions = new(LanguageVersion.CSharp14);
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(StateMachineAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    // Compilations that grow from one share what was read of the references.
    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Snippet", [CSharpSyntaxTree.ParseText(Usings + Types, _parseOptions)], _references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<ISymbol, Expr> _values = new(SymbolEqualityComparer.Default);

    /// <param name="expression">The expression.</param>
    /// <param name="locals">Declarations in front of it: <c>int a = -7; int b = 2;</c>.</param>
    public Snippet(string expression, string locals = "")
    {
        var source = $$"""
            {{Usings}}
            public static class Snippet
            {
                public static object? Run() { {{locals}} return ({{expression}}); }
                public static Dictionary<string, object?> Locals() { {{locals}} return new() { {{string.Join(", ", Names(locals).Select(n => $"[\"{n}\"] = {n}"))}} }; }
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(source, _parseOptions);
        _compilation = _empty.AddSyntaxTrees(tree);
        if (_compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList() is [_, ..] errors)
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));

        var model = _compilation.GetSemanticModel(tree);
        var run = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m.Identifier.Text == "Run");
        Reader = new ExpressionReader(_compilation);
        foreach (var declarator in run.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().SelectMany(s => s.Declaration.Variables))
        {
            var local = (ILocalSymbol)model.GetDeclaredSymbol(declarator)!;
            var type = Reader.Types.Read(local.Type);
            // The compiler takes every `var` of a reference type for nullable; here it means the type alone.
            _values[local] = new VariableExpr(local.Name, ((VariableDeclarationSyntax)declarator.Parent!).Type.IsVar ? type.NotNull() : type);
        }

        var returned = (IReturnOperation)model.GetOperation(run.Body!.Statements.OfType<ReturnStatementSyntax>().Last())!;
        Operation = returned.ReturnedValue is IConversionOperation { IsImplicit: true } boxed && boxed.Type!.SpecialType == SpecialType.System_Object ? boxed.Operand : returned.ReturnedValue!;
        Expr = Reader.Read(Operation, this);
    }

    public ExpressionReader Reader { get; }

    public IOperation Operation { get; }

    public Expr Expr { get; }

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Pattern variables in the order of their declaration.</summary>
    public List<(string Name, Expr Value)> Declared { get; } = [];

    public Expr? Lookup(ISymbol symbol) => _values.GetValueOrDefault(symbol);

    public void Declare(ILocalSymbol local, Expr value)
    {
        Declared.Add((local.Name, value));
        _values[local] = new VariableExpr(local.Name, value.Type);
    }

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) => Diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>The text that a diagnostic points at.</summary>
    public static string Underlined(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    /// <summary>Runs the C# and returns the expression's value and the variables' values.</summary>
    public (Func<object?> Run, IReadOnlyDictionary<string, object?> Locals) Load()
    {
        using var stream = new MemoryStream();
        if (!_compilation.Emit(stream).Success)
            throw new InvalidOperationException("The snippet does not compile.");
        stream.Position = 0;
        var type = new AssemblyLoadContext("Snippet", isCollectible: true).LoadFromStream(stream).GetType("Snippet")!;
        return (() => type.GetMethod("Run")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null), (Dictionary<string, object?>)type.GetMethod("Locals")!.Invoke(null, null)!);
    }

    private static IEnumerable<string> Names(string locals) =>
        CSharpSyntaxTree.ParseText($"void F() {{ {locals} }}", _parseOptions).GetRoot().DescendantNodes().OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(s => s.Declaration.Variables).Select(v => v.Identifier.Text);
}
