using System.Reflection;

namespace Aot.Authoring.Tests.Services;

public sealed class ServiceInterfaceTests
{
    public static TheoryData<string> Methods => [.. All().Select(Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_a_task_with_one_request_of_the_services_own_shape(string name)
    {
        var method = All().Single(method => Name(method) == name);
        var integration = method.GetCustomAttribute<ServiceIntegrationAttribute>();
        var (request, further) = (method.GetParameters()[0].ParameterType, method.GetParameters().Skip(1).ToArray());

        Assert.NotNull(integration);
        Assert.Matches(@"^arn:aws:states:::(aws-sdk:)?[a-z0-9]+:[a-z][A-Za-z0-9]+(\.sync|\.sync:2|\.waitForTaskToken)?$", integration.Resource);
        Assert.EndsWith("Async", method.Name);
        Assert.True(typeof(Task).IsAssignableFrom(method.ReturnType));
        Assert.Equal(IsCallback(integration), IsTokenRequest(request));
        Assert.True(IsShape(IsTokenRequest(request) ? request.GenericTypeArguments[1] : request));
        Assert.All(further, parameter => Assert.True(parameter.IsOptional && parameter.ParameterType == typeof(TimeSpan?) && Waits(integration)));
        Assert.True(
            !method.ReturnType.IsGenericType
            || (IsCallback(integration) ? method.ReturnType.GenericTypeArguments[0].IsGenericMethodParameter : IsShape(method.ReturnType.GenericTypeArguments[0])));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_named_after_the_services_action(string name)
    {
        var method = All().Single(method => Name(method) == name);
        var integration = method.GetCustomAttribute<ServiceIntegrationAttribute>()!;
        var action = integration.Resource.Replace(".sync:2", "", StringComparison.Ordinal).Split(':')[^1].Split('.')[0];
        var verb = action switch
        {
            "startExecution" when integration.Resource.EndsWith(".sync:2", StringComparison.Ordinal) => "Run",
            "startExecution" => "Start", // Step Functions starts executions: its interface says so already
            var other => $"{char.ToUpperInvariant(other[0])}{other[1..]}",
        };

        Assert.Equal($"{verb}{(IsCallback(integration) ? "AndWait" : "")}Async", method.Name);
    }

    private static IEnumerable<MethodInfo> All() => typeof(ServiceIntegrationAttribute).Assembly.GetTypes()
        .Where(type => type.IsInterface).SelectMany(type => type.GetMethods())
        .Where(method => method.DeclaringType!.Name != "IHttp"); // any API's body and answer are the author's own types

    // Overloads differ in what they take and give.
    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}: {method}";

    private static bool IsCallback(ServiceIntegrationAttribute integration) => integration.Resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    private static bool Waits(ServiceIntegrationAttribute integration) => IsCallback(integration) || integration.Resource.Contains(".sync", StringComparison.Ordinal);

    private static bool IsTokenRequest(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Func<,>);

    private static bool IsShape(Type type) => type.IsDefined(typeof(AwsShapeAttribute), inherit: false);
}
