using Aot.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>What can be wrong with a Lambda function.</summary>
internal static class DispatchDiagnostics
{
    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "WF8001", "Two functions have the same handler name",
        "\"{0}\" and \"{1}\" both have the handler name \"{2}\"; rename one method, or its class when the method is called Handle");

    public static readonly DiagnosticDescriptor NotAccessible = Error(
        "WF8002", "A function is not public",
        "\"{0}\" is marked [LambdaFunction], but the dispatch cannot call it; make the method and its class public and not generic");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "WF8003", "A payload type has no JSON form here",
        "\"{0}\" cannot be called with JSON: {1} is {2}, {3}");

    public static readonly DiagnosticDescriptor Constructor = Error(
        "WF8004", "A function's class cannot be made",
        "\"{0}\" needs a class with a public constructor that takes nothing or a LambdaEnvironment; \"{1}\" has none");

    public static readonly DiagnosticDescriptor Parameter = Error(
        "WF8005", "A function's parameter or result cannot be passed",
        "\"{0}\" cannot be called: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(
            id, title, message, DescriptorSet.Dispatch, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink.Of(id), customTags: WellKnownDiagnosticTags.CompilationEnd);
}
