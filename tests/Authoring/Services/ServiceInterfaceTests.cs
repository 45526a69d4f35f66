using System.Reflection;

namespace Aot.Authoring.Tests.Services;

public sealed class ServiceInterfaceTests
{
    public static TheoryData<string> Methods => [.. All().Select(method => $"{method.DeclaringType!.Name}.{method.Name}")];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_a_task_with_one_request_of_the_services_own_shape(string name)
    {
        var method = All().Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);
        var integration = method.GetCustomAttribute<ServiceIntegrationAttribute>();

        Assert.NotNull(integration);
        Assert.Matches(@"^arn:aws:states:::(aws-sdk:)?[a-z0-9]+:[a-z][A-Za-z]+(\.sync|\.sync:2|\.waitForTaskToken)?$", integration.Resource);
        Assert.EndsWith("Async", method.Name);
        Assert.True(typeof(Task).IsAssignableFrom(method.ReturnType));
        Assert.True(IsShape(Assert.Single(method.GetParameters()).ParameterType));
        Assert.True(!method.ReturnType.IsGenericType || IsShape(method.ReturnType.GenericTypeArguments[0]));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_named_after_the_services_action(string name)
    {
        var method = All().Single(method => $"{method.DeclaringType!.Name}.{method.Name}" == name);
        var action = method.GetCustomAttribute<ServiceIntegrationAttribute>()!.Resource.Split(':')[^1].Split('.')[0];

        Assert.Equal(method.Name, $"{char.ToUpperInvariant(action[0])}{action[1..]}Async");
    }

    private static IEnumerable<MethodInfo> All()
        => typeof(ServiceIntegrationAttribute).Assembly.GetTypes().Where(type => type.IsInterface).SelectMany(type => type.GetMethods());

    private static bool IsShape(Type type) => type.IsDefined(typeof(AwsShapeAttribute), inherit: false);
}
