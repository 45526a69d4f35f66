namespace Aot.Generators.Dispatch;

/// <summary>Writes the methods that write types as JSON.</summary>
internal static class JsonWriterWriter
{
    private static readonly string[] Numbers = ["Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal"];
    private static readonly string[] Strings = ["String", "Guid", "DateTime", "DateTimeOffset"];

    /// <summary>C# that writes a value.</summary>
    public static string Statement(JsonShape shape, string value)
    {
        if (shape.Kind != JsonShapeKind.Scalar)
            return $"Write{shape.Id}(writer, {value});";
        if (Numbers.Contains(shape.Scalar))
            return $"writer.WriteNumberValue({value});";
        if (Strings.Contains(shape.Scalar))
            return $"writer.WriteStringValue({value});";
        return shape.Scalar switch
        {
            "Boolean" => $"writer.WriteBooleanValue({value});",
            "Element" => $"{value}.WriteTo(writer);",
            _ => $"JsonWrite.{shape.Scalar}(writer, {value});",
        };
    }

    public static void Write(CodeWriter code, JsonShape shape)
    {
        code.Open($"static void Write{shape.Id}(Utf8JsonWriter writer, {shape.Type} value)");
        if (shape.IsReferenceType || shape.Kind == JsonShapeKind.Nullable)
            code.Open("if (value is null)").Line("writer.WriteNullValue();").Line("return;").Close();
        switch (shape.Kind)
        {
            case JsonShapeKind.Enum:
                WriteEnum(code, shape);
                break;
            case JsonShapeKind.Nullable:
                code.Line(Statement(shape.Element!, "value.GetValueOrDefault()"));
                break;
            case JsonShapeKind.Array or JsonShapeKind.List:
                code.Line("writer.WriteStartArray();").Line("foreach (var item in value)").Inner(Statement(shape.Element!, "item"))
                    .Line("writer.WriteEndArray();");
                break;
            case JsonShapeKind.Dictionary:
                code.Line("writer.WriteStartObject();").Open("foreach (var entry in value)").Line("writer.WritePropertyName(entry.Key);")
                    .Line(Statement(shape.Element!, "entry.Value")).Close().Line("writer.WriteEndObject();");
                break;
            default:
                code.Line("writer.WriteStartObject();");
                foreach (var member in shape.Members.Where(m => m.IsWritten))
                    WriteMember(code, member);
                code.Line("writer.WriteEndObject();");
                break;
        }

        code.Close();
    }

    private static void WriteEnum(CodeWriter code, JsonShape shape)
    {
        code.Open("switch (value)");
        // Two members of the same value would be two equal cases; an undefined value is written as its number.
        foreach (var member in shape.EnumMembers.GroupBy(m => m.Value).Select(g => g.First()))
            code.Line($"case {shape.Type}.@{member.Name}:").Inner($"writer.WriteStringValue({JsonReaderWriter.Literal(member.JsonName)}u8);").Inner("break;");
        code.Line("default:").Inner("writer.WriteNumberValue((long)value);").Inner("break;");
        code.Close();
    }

    private static void WriteMember(CodeWriter code, JsonMember member)
    {
        var value = $"value.@{member.Name}";
        var canBeNull = member.Shape.IsReferenceType || member.Shape.Kind == JsonShapeKind.Nullable;
        var condition = member.Omission switch
        {
            JsonOmission.WhenNull or JsonOmission.WhenDefault when canBeNull => $"if ({value} is not null)",
            JsonOmission.WhenDefault
                => $"if (!global::System.Collections.Generic.EqualityComparer<{member.Shape.Type}>.Default.Equals({value}, default))",
            _ => null,
        };
        if (condition is not null)
            code.Open(condition);
        var name = $"{JsonReaderWriter.Literal(member.JsonName)}u8";
        if (Numbers.Contains(member.Shape.Scalar))
            code.Line($"writer.WriteNumber({name}, {value});");
        else if (Strings.Contains(member.Shape.Scalar))
            code.Line($"writer.WriteString({name}, {value});");
        else if (member.Shape.Scalar == "Boolean")
            code.Line($"writer.WriteBoolean({name}, {value});");
        else
            code.Line($"writer.WritePropertyName({name});").Line(Statement(member.Shape, value));
        if (condition is not null)
            code.Close();
    }
}
