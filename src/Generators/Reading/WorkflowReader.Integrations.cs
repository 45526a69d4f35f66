using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What is wrong with a service task before anyone deploys it.
internal sealed partial class WorkflowReader
{
    private readonly HashSet<IMethodSymbol> _checkedMethods = new(SymbolEqualityComparer.Default);

    private void CheckIntegration(IInvocationOperation call, AttributeData attribute, string resource, Integration? integration)
    {
        if (_isExpress && integration is { Waits.Length: > 0 })
            _sink.Report(Descriptors.ExpressPattern, call.Syntax.GetLocation(), call.TargetMethod.Name, integration.Waits);
        if (!_checkedMethods.Add(call.TargetMethod.OriginalDefinition))
            return;
        var problem = integration is null
            ? "it has the form 'arn:aws:states:::aws-sdk:<service>:<operation>' or 'arn:aws:states:::<service>:<operation>'"
            : KnownIntegrations.Problem(integration);
        if (problem is not null)
            _sink.Report(Descriptors.UnknownIntegration, ResourceLocation(attribute) ?? call.Syntax.GetLocation(), resource, problem);
        if (integration is not null && RequestType(call.TargetMethod) is { } request)
            CheckNames(call, request, integration);
    }

    private Location? ResourceLocation(AttributeData attribute) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation();

    // The record, or what a callback's function gives.
    private static ITypeSymbol? RequestType(IMethodSymbol method) =>
        method.OriginalDefinition.Parameters.FirstOrDefault()?.Type is { } type
            ? (type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType ?? type
            : null;

    private void CheckNames(IInvocationOperation call, ITypeSymbol request, Integration integration)
    {
        foreach (var (property, name, right) in new ArgumentNames(_expressions.Types, integration.IsSdk).Wrong(request))
        {
            var location = property.Locations.FirstOrDefault(l => l.IsInSource) ?? call.Syntax.GetLocation();
            _sink.Report(Descriptors.ArgumentName, location, name, $"{integration.Service}:{integration.Action}", right);
        }

        if (!JsonNames.IsAwsShape(request) && _expressions.Types.Read(request).Kind == JsonKind.Object)
        {
            var location = request.Locations.FirstOrDefault(l => l.IsInSource) ?? call.Syntax.GetLocation();
            _sink.Report(Descriptors.ArgumentName, location, request.Name, $"{integration.Service}:{integration.Action}", $"[AwsShape] record {request.Name}");
        }
    }

    // An Express workflow may run twice for one start.
    private void CheckIdempotence(IInvocationOperation call, AttributeData attribute, Expr arguments)
    {
        if (!_isExpress)
            return;
        var by = attribute.NamedString("IdempotentBy");
        var isGiven = by is not null && arguments is ObjectExpr request && request.Members.Any(m => m.Name == by && m.Value is not ConstantExpr { Value: null });
        if (isGiven || (by is null && attribute.Named("IsIdempotent")?.Value is not false))
            return;
        var advice = by is null ? "call it from a Standard workflow" : $"give '{by}' a value that is the same for the same work";
        _sink.Report(Descriptors.NotIdempotent, call.Syntax.GetLocation(), call.TargetMethod.Name, advice);
    }

    private void CheckExpressTime(Expr seconds, Location location, string what)
    {
        if (seconds is ConstantExpr { Value: long constant and > Limits.MaxExpressSeconds })
            _sink.Report(Descriptors.ExpressTime, location, what, $"{constant} s");
    }
}
