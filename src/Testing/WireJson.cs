using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aot.Authoring;

namespace Aot.Testing;

/// <summary>JSON by the project's naming rules: payloads in camelCase, AWS shapes verbatim without nulls, enums by name, resources by logical id.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new ResourceConverterFactory() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SpellAwsShape } },
    };

    private static readonly JsonSerializerOptions _strict = new(_options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads what has no other members than the type.</summary>
    public static object? ReadStrictly(string json, Type type) => JsonSerializer.Deserialize(json, type, _strict);

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, _options);

    public static JsonNode? Write(object? value, Type? type) => type is null ? null : JsonSerializer.SerializeToNode(value, type, _options);

    public static string ToJsonText(this JsonNode? node) => node?.ToJsonString() ?? "null";

    private static void SpellAwsShape(JsonTypeInfo type)
    {
        if (!type.Type.IsDefined(typeof(AwsShapeAttribute), inherit: false))
            return;
        foreach (var property in type.Properties)
        {
            property.Name = ((System.Reflection.PropertyInfo)property.AttributeProvider!).Name;
            property.ShouldSerialize = (_, value) => value is not null;
        }
    }

    private sealed class ResourceConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Resource));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ResourceConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class ResourceConverter<T> : JsonConverter<T>
        where T : Resource
    {
        // An ARN has a placeholder of its own name.
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString()!;
            var isArn = typeof(T) == typeof(StateMachineResource) || typeof(T).GetCustomAttribute<CloudFormationResourceAttribute>()!.Value == "GetAtt:Arn";
            return (T)Activator.CreateInstance(typeof(T), isArn && text.EndsWith("Arn", StringComparison.Ordinal) ? text[..^3] : text)!;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.LogicalId);
    }
}
