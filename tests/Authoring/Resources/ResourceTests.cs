namespace Aot.Authoring.Tests.Resources;

public sealed class ResourceTests
{
    [StateMachine]
    private sealed class Unnamed;

    [StateMachine("Billing")]
    private sealed class Named;

    [Fact]
    public void A_workflow_is_the_machine_of_its_name_or_its_class()
    {
        Assert.Equal("Unnamed", StateMachineResource.Of<Unnamed>().LogicalId);
        Assert.Equal("Billing", StateMachineResource.Of<Named>().LogicalId);
    }

    [Fact]
    public void A_class_without_the_attribute_is_no_workflow()
    {
        var refusal = Assert.Throws<InvalidOperationException>(StateMachineResource.Of<ResourceTests>);

        Assert.Equal("ResourceTests is no workflow: it has no [StateMachine] attribute.", refusal.Message);
    }

    [Fact]
    public void Every_handle_says_how_a_template_writes_it()
    {
        var handles = typeof(Resource).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Resource))).ToArray();

        Assert.NotEmpty(handles);
        Assert.All(handles, handle =>
        {
            var attribute = (CloudFormationResourceAttribute)Attribute.GetCustomAttribute(handle, typeof(CloudFormationResourceAttribute))!;
            Assert.Matches("^AWS::[A-Za-z0-9]+::[A-Za-z]+$", attribute.Type);
            Assert.Matches("^(Ref|GetAtt:[A-Za-z.]+)$", attribute.Value);
            Assert.Matches(@"^(Ref|GetAtt:[A-Za-z.]+|Sub:arn:.*\{id\}.*)$", attribute.Arn);
        });
    }

    [Fact]
    public void Handles_of_different_kinds_with_one_id_are_different()
        => Assert.NotEqual<Resource>(new Queue("Jobs"), new Table("Jobs"));
}
