namespace Aot.Generators.Reading.Expressions;

/// <summary>Metadata names of the types that decide how values are written; a test compares them with <c>typeof</c>.</summary>
internal static class ShapeNames
{
    public const string AwsShapeAttribute = "Aot.Authoring.AwsShapeAttribute";
    public const string AttributeValuesAttribute = "Aot.Authoring.AttributeValuesAttribute";
    public const string AttributeSetAttribute = "Aot.Authoring.AttributeSetAttribute";
    public const string ValueRangeAttribute = "Aot.Authoring.ValueRangeAttribute";
    public const string JsonTextAttribute = "Aot.Authoring.JsonTextAttribute";
    public const string StateMachineAttribute = "Aot.Authoring.StateMachineAttribute";
    public const string CloudFormationResourceAttribute = "Aot.Authoring.CloudFormationResourceAttribute";
    public const string Jsonata = "Aot.Authoring.Jsonata";
    public const string Resource = "Aot.Authoring.Resource";
    public const string StateMachineResource = "Aot.Authoring.StateMachineResource";
    public const string JsonPropertyNameAttribute = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonIgnoreAttribute = "System.Text.Json.Serialization.JsonIgnoreAttribute";
}
