using Aot.Authoring;
using Aot.Runtime;

namespace Aot.Generators.Tests;

/// <summary>The compiler knows Authoring and Runtime by name only; these are the names.</summary>
public sealed class KnownNamesTests
{
    [Theory]
    [InlineData(KnownNames.StateMachineAttribute, typeof(StateMachineAttribute))]
    [InlineData(KnownNames.ServiceIntegrationAttribute, typeof(ServiceIntegrationAttribute))]
    [InlineData(KnownNames.TaskPermissionAttribute, typeof(TaskPermissionAttribute))]
    [InlineData(KnownNames.TaskConditionAttribute, typeof(TaskConditionAttribute))]
    [InlineData(KnownNames.RetryAttribute, typeof(RetryAttribute))]
    [InlineData(KnownNames.TaskTimeoutAttribute, typeof(TaskTimeoutAttribute))]
    [InlineData(KnownNames.CredentialsAttribute, typeof(CredentialsAttribute))]
    [InlineData(KnownNames.RawStateAttribute, typeof(RawStateAttribute))]
    [InlineData(KnownNames.ItemSource, typeof(ItemSource))]
    [InlineData(KnownNames.ActivityAttribute, typeof(ActivityAttribute))]
    [InlineData(KnownNames.ErrorNameAttribute, typeof(ErrorNameAttribute))]
    [InlineData(KnownNames.ScheduleAttribute, typeof(ScheduleAttribute))]
    [InlineData(KnownNames.EventBridgeRuleAttribute, typeof(EventBridgeRuleAttribute))]
    [InlineData(KnownNames.Flow, typeof(Flow))]
    [InlineData(KnownNames.LambdaFunctionAttribute, typeof(LambdaFunctionAttribute))]
    [InlineData(KnownNames.LambdaContext, typeof(LambdaContext))]
    public void A_known_name_is_the_name_of_its_type(string name, Type type) => Assert.Equal(type.FullName, name);
}
