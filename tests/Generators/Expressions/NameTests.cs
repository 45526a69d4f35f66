using System.Text.Json;
using Aot.Authoring;
using Aot.Generators.Jsonata;
using Aot.Generators.Reading.Expressions;

namespace Aot.Generators.Tests.Expressions;

public class NameTests
{
    [Theory]
    [InlineData("SeenAt")]
    [InlineData("Id")]
    [InlineData("URL")]
    [InlineData("IPAddress")]
    [InlineData("aB")]
    [InlineData("X")]
    [InlineData("ABc")]
    [InlineData("A1B")]
    public void Camel_case_is_the_serializer_s(string name) => Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), JsonNames.CamelCase(name));

    [Fact]
    public void The_authoring_types_have_the_names_that_the_compiler_looks_for()
    {
        Assert.Equal(ShapeNames.AwsShapeAttribute, typeof(AwsShapeAttribute).FullName);
        Assert.Equal(ShapeNames.AttributeValuesAttribute, typeof(AttributeValuesAttribute).FullName);
        Assert.Equal(ShapeNames.AttributeSetAttribute, typeof(AttributeSetAttribute).FullName);
        Assert.Equal(ShapeNames.ValueRangeAttribute, typeof(ValueRangeAttribute).FullName);
        Assert.Equal(ShapeNames.JsonTextAttribute, typeof(JsonTextAttribute).FullName);
        Assert.Equal(ShapeNames.StateMachineAttribute, typeof(StateMachineAttribute).FullName);
        Assert.Equal(ShapeNames.CloudFormationResourceAttribute, typeof(CloudFormationResourceAttribute).FullName);
        Assert.Equal(ShapeNames.Resource, typeof(Resource).FullName);
        Assert.Equal(ShapeNames.Jsonata, typeof(Aot.Authoring.Jsonata).FullName);
        Assert.Equal(ShapeNames.StateMachineResource, typeof(StateMachineResource).FullName);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("states")]
    [InlineData("parse")]
    [InlineData("")]
    public void A_variable_must_not_hide_a_function(string name) => Assert.True(JsonataNames.IsReserved(name));
}
