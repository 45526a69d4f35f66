using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What a thrown exception says: the text that its constructor passes to System.Exception.
internal sealed partial class WorkflowReader
{
    private Expr? ReadMessage(IObjectCreationOperation creation, ITypeSymbol type)
    {
        var arguments = creation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        var isText = creation.Initializer is null && arguments.Count <= 1 && arguments.All(a => a.Parameter?.Type.SpecialType == SpecialType.System_String);
        if (!isText || creation.Constructor is null)
            return NoMessage(creation, type);
        var values = arguments.ToDictionary(a => a.Parameter!.Ordinal, a => ReadExpression(a.Value));
        if (values.Values.Any(v => v is InvalidExpr))
            return new InvalidExpr();
        return TryReadMessage(creation.Constructor, values, out var message) ? message : NoMessage(creation, type);
    }

    private InvalidExpr NoMessage(IObjectCreationOperation creation, ITypeSymbol type)
    {
        _sink.Report(Descriptors.ThrownMessage, creation.Syntax.GetLocation(), type.Name);
        return new InvalidExpr();
    }

    // class X(string id) : Exception($"no {id}");   new X(a)
    //   ──▶
    // $"no {a}"
    private bool TryReadMessage(IMethodSymbol constructor, IReadOnlyDictionary<int, Expr> values, out Expr? message)
    {
        message = null;
        if (constructor.ContainingType.GetMembers("Message").Length > 0 && constructor.ContainingType.FullName() != "System.Exception")
            return false;
        if (constructor.DeclaringSyntaxReferences is not [var reference])
            return TryReadHidden(constructor, values, out message);

        var syntax = reference.GetSyntax(_cancellation);
        SyntaxNode? call = syntax switch
        {
            ConstructorDeclarationSyntax declared => declared.Initializer,
            TypeDeclarationSyntax type => type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };
        if (call is null)
            return true; // the base class speaks for itself

#pragma warning disable RS1030 // The exception stands in another file, whose model nobody hands us.
        var model = _compilation.GetSemanticModel(syntax.SyntaxTree);
#pragma warning restore RS1030
        if (model.GetSymbolInfo(call, _cancellation).Symbol is not IMethodSymbol next)
            return false;
        var inner = new InnerScope(this);
        foreach (var parameter in constructor.Parameters.Where(p => values.ContainsKey(p.Ordinal)))
            inner.Declare(parameter, values[parameter.Ordinal]);
        var passed = new Dictionary<int, Expr>();
        foreach (var (argument, ordinal) in call.ChildNodes().OfType<ArgumentListSyntax>().Single().Arguments.Select((a, i) => (a.Expression, i)))
        {
            if (ordinal < next.Parameters.Length && next.Parameters[ordinal].Type.SpecialType == SpecialType.System_String && model.GetOperation(argument, _cancellation) is { } operation)
                passed[ordinal] = _expressions.Read(operation, inner);
        }

        return passed.Values.All(v => v is not InvalidExpr) && TryReadMessage(next, passed, out message);
    }

    // A constructor whose code is not here: .NET's own, and by their parameter's name those of other assemblies.
    private static bool TryReadHidden(IMethodSymbol constructor, IReadOnlyDictionary<int, Expr> values, out Expr? message)
    {
        message = null;
        var given = constructor.Parameters.FirstOrDefault(p => values.ContainsKey(p.Ordinal));
        if (given is null)
            return true;
        message = values[given.Ordinal];
        return given.Name == "message";
    }

    // e.Message takes a Cause that begins with a brace for the report of a function: a message that looks like one has to be one.
    private Expr AsCause(string error, Expr message)
    {
        if (BeginsWithoutBrace(message))
            return message;
        return _expressions.Once(message, "message", m => new ConditionalExpr(
            new BinaryExpr(
                BinaryOperator.Equal, new CallExpr("substring", [m, ConstantExpr.Of(0L), ConstantExpr.Of(1L)], JsonType.String), ConstantExpr.Of("{"), JsonType.Boolean),
            new CallExpr(
                "string",
                [new ObjectExpr([new ObjectMember("errorType", ConstantExpr.Of(error)), new ObjectMember("errorMessage", m)], JsonType.Object("", []))],
                JsonType.String),
            m,
            JsonType.String));
    }

    private static bool BeginsWithoutBrace(Expr message) => message switch
    {
        ConstantExpr { Value: string text } => !text.StartsWith("{", StringComparison.Ordinal),
        BinaryExpr { Operator: BinaryOperator.Concat, Left: not ConstantExpr { Value: "" } and var left } => BeginsWithoutBrace(left),
        CallExpr { Function: "formatNumber" } or CallExpr { Function: "string", Arguments: [{ Type.IsNumeric: true }] } => true,
        _ => false,
    };
}
