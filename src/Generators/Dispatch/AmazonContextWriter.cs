using Microsoft.CodeAnalysis;

namespace Aot.Generators.Dispatch;

/// <summary>Writes what handlers of AWS's own packages get as their <c>ILambdaContext</c>: an adapter over our context, only where one asks for it.</summary>
/// <remarks>Written from the interfaces as the compilation has them, since their members grew over the versions. Source: Amazon.Lambda.Core.</remarks>
internal static class AmazonContextWriter
{
    public const string ClassName = "AmazonContext";

    private const string Core = "Amazon.Lambda.Core";

    // What each member of the interfaces is; a member that is not here and has no default says so when it is asked for.
    private static readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal)
    {
        ["ILambdaContext.AwsRequestId"] = "context.RequestId",
        ["ILambdaContext.ClientContext"] = "context.ClientContext is { } json ? new AmazonClientContext(json) : null",
        ["ILambdaContext.FunctionName"] = "LambdaEnvironment.Process.FunctionName",
        ["ILambdaContext.FunctionVersion"] = "LambdaEnvironment.Process.FunctionVersion",
        ["ILambdaContext.Identity"] = "context.CognitoIdentity is { } json ? new AmazonIdentity(json) : null",
        ["ILambdaContext.InvokedFunctionArn"] = "context.InvokedFunctionArn",
        ["ILambdaContext.Logger"] = "this",
        ["ILambdaContext.LogGroupName"] = "LambdaEnvironment.Process[\"AWS_LAMBDA_LOG_GROUP_NAME\"]",
        ["ILambdaContext.LogStreamName"] = "LambdaEnvironment.Process[\"AWS_LAMBDA_LOG_STREAM_NAME\"]",
        ["ILambdaContext.MemoryLimitInMB"] = "LambdaEnvironment.Process.MemorySizeMegabytes",
        ["ILambdaContext.RemainingTime"] = "context.RemainingTime",
        ["ILambdaContext.TraceId"] = "context.TraceId",
        ["ILambdaContext.TenantId"] = "context.TenantId",
        ["ILambdaLogger.Log"] = "context.Log.Information(message)",
        ["ILambdaLogger.LogLine"] = "context.Log.Information(message)",
        ["IClientContext.Environment"] = "Strings(\"env\")",
        ["IClientContext.Custom"] = "Strings(\"custom\")",
        ["IClientContext.Client"] = "this",
        ["IClientApplication.AppPackageName"] = "Client(\"app_package_name\")",
        ["IClientApplication.AppTitle"] = "Client(\"app_title\")",
        ["IClientApplication.AppVersionCode"] = "Client(\"app_version_code\")",
        ["IClientApplication.AppVersionName"] = "Client(\"app_version_name\")",
        ["IClientApplication.InstallationId"] = "Client(\"installation_id\")",
        ["ICognitoIdentity.IdentityId"] = "Text(\"cognitoIdentityId\")",
        ["ICognitoIdentity.IdentityPoolId"] = "Text(\"cognitoIdentityPoolId\")",
    };

    public static void Write(CodeWriter code, Compilation compilation)
    {
        code.Line("/// <summary>Our context as handlers of AWS's own packages know it.</summary>");
        Open(code, compilation, $"sealed class {ClassName}(LambdaContext context)", "ILambdaContext", "ILambdaLogger");
        code.Close();

        Open(code.Line(), compilation, "sealed class AmazonClientContext(string json)", "IClientContext", "IClientApplication");
        code.Line("readonly JsonElement root = JsonDocument.Parse(json).RootElement;")
            .Line("System.Collections.Generic.Dictionary<string, string> Strings(string name)").Line("{")
            .Inner("var strings = new System.Collections.Generic.Dictionary<string, string>();")
            .Inner("if (root.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object)")
            .Inner("    foreach (var member in members.EnumerateObject()) strings[member.Name] = member.Value.ToString();")
            .Inner("return strings;").Line("}")
            .Line("string Client(string name) => root.TryGetProperty(\"client\", out var client) && client.ValueKind == JsonValueKind.Object && client.TryGetProperty(name, out var value) ? value.ToString() : null;")
            .Close();

        Open(code.Line(), compilation, "sealed class AmazonIdentity(string json)", "ICognitoIdentity");
        code.Line("readonly JsonElement root = JsonDocument.Parse(json).RootElement;")
            .Line("string Text(string name) => root.TryGetProperty(name, out var value) ? value.ToString() : null;").Close();
    }

    private static void Open(CodeWriter code, Compilation compilation, string declaration, params string[] interfaces)
    {
        var types = interfaces.Select(name => compilation.GetTypeByMetadataName($"{Core}.{name}")).OfType<INamedTypeSymbol>().ToArray();
        code.Open($"{declaration} : {string.Join(", ", types.Select(TypeNames.Full))}");
        foreach (var member in types.SelectMany(type => type.GetMembers()).Where(member => member.IsAbstract))
        {
            if (member is IPropertySymbol property)
                code.Line($"{TypeNames.Full(property.Type)} {TypeNames.Full(member.ContainingType)}.{member.Name} => {Body(member)};");
            else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                code.Line($"{TypeNames.Full(method.ReturnType)} {TypeNames.Full(member.ContainingType)}.{member.Name}({Parameters(method)}) => {Body(member)};");
        }
    }

    private static string Parameters(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select((parameter, i) => $"{TypeNames.Full(parameter.Type)} {(i == 0 ? "message" : parameter.Name)}"));

    private static string Body(ISymbol member) => _bodies.TryGetValue($"{member.ContainingType.Name}.{member.Name}", out var body)
        ? body
        : $"throw new System.NotSupportedException(\"{member.Name} is not known to this runtime.\")";
}
