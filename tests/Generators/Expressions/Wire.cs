using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Aot.Authoring;

namespace Aot.Generators.Tests.Expressions;

/// <summary>Writes C# values as the project's payloads: camelCase, enums by name, AWS shapes by the service's names without nulls.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions _nullsWritten = Options(JsonIgnoreCondition.Never);
    private static readonly JsonSerializerOptions _nullsAbsent = Options(JsonIgnoreCondition.WhenWritingNull);

    /// <param name="value">The value.</param>
    /// <param name="writesNulls">False leaves out members that are null, as data of others may.</param>
    public static string Json(object? value, bool writesNulls = true) => JsonSerializer.Serialize(value, writesNulls ? _nullsWritten : _nullsAbsent);

    private static JsonSerializerOptions Options(JsonIgnoreCondition nulls) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = nulls,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new ResourceConverter(), new TimeConverter(), new DurationConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UseServiceNames } },
    };

    private static void UseServiceNames(JsonTypeInfo type)
    {
        if (type.Type.GetCustomAttribute<AwsShapeAttribute>() is null)
            return;
        foreach (var property in type.Properties)
        {
            property.Name = ((MemberInfo)property.AttributeProvider!).Name;
            property.ShouldSerialize = (_, value) => value is not null;
        }
    }

    private sealed class ResourceConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsAssignableTo(typeof(Resource));

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Placeholder<>).MakeGenericType(type))!;

        private sealed class Placeholder<T> : JsonConverter<T>
            where T : Resource
        {
            public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue($"${{{value.LogicalId}}}");
        }
    }

    // A state machine computes with milliseconds.
    private sealed class DurationConverter : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalMilliseconds);
    }

    // A state machine knows milliseconds in UTC.
    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
