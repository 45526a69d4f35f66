using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Dispatch;

/// <summary>Writes the methods that read types from JSON.</summary>
internal static class JsonReaderWriter
{
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>C# that reads a value the reader stands on.</summary>
    public static string Expression(JsonShape shape)
        => shape.Kind == JsonShapeKind.Scalar ? $"JsonRead.{shape.Scalar}(ref reader)" : $"Read{shape.Id}(ref reader)";

    public static void Write(CodeWriter code, JsonShape shape)
    {
        code.Open($"static {shape.Type} Read{shape.Id}(ref Utf8JsonReader reader)");
        if (shape.IsReferenceType || shape.Kind == JsonShapeKind.Nullable)
            code.Line("if (reader.TokenType == JsonTokenType.Null)").Inner("return null;");
        switch (shape.Kind)
        {
            case JsonShapeKind.Enum:
                WriteEnum(code, shape);
                break;
            case JsonShapeKind.Nullable:
                code.Line($"return {Expression(shape.Element!)};");
                break;
            case JsonShapeKind.Array or JsonShapeKind.List:
                code.Line("JsonRead.StartArray(ref reader);")
                    .Line($"var items = new global::System.Collections.Generic.List<{shape.Element!.Type}>();")
                    .Line("while (JsonRead.NextElement(ref reader))").Inner($"items.Add({Expression(shape.Element)});")
                    .Line(shape.Kind == JsonShapeKind.Array ? "return items.ToArray();" : "return items;");
                break;
            case JsonShapeKind.Dictionary:
                code.Line("JsonRead.StartObject(ref reader);")
                    .Line($"var entries = new global::System.Collections.Generic.Dictionary<string, {shape.Element!.Type}>();")
                    .Line("while (JsonRead.NextMember(ref reader))").Inner($"entries[JsonRead.Key(ref reader)] = {Expression(shape.Element)};")
                    .Line("return entries;");
                break;
            default:
                WriteObject(code, shape);
                break;
        }

        code.Close();
        foreach (var member in shape.Members.Where(m => m.Setter == JsonSetter.Init))
        {
            var target = shape.IsReferenceType ? member.DeclaringType : $"ref {member.DeclaringType}";
            code.Line()
                .Line($"[UnsafeAccessor(UnsafeAccessorKind.Method, Name = \"set_{member.Name}\")]")
                .Line($"static extern void Set{shape.Id}_{member.Name}({target} target, {member.Shape.Type} value);");
        }
    }

    private static void WriteEnum(CodeWriter code, JsonShape shape)
    {
        code.Open("if (reader.TokenType == JsonTokenType.String)");
        foreach (var member in shape.EnumMembers)
            code.Line($"if (reader.ValueTextEquals({Literal(member.JsonName)}u8))").Inner($"return {shape.Type}.@{member.Name};");
        // System.Text.Json forgives another case in a member's own name, not in one given by attribute.
        code.Line("var text = JsonRead.String(ref reader);");
        foreach (var member in shape.EnumMembers.Where(m => m.JsonName == m.Name))
        {
            code.Line($"if (string.Equals(text, {Literal(member.JsonName)}, global::System.StringComparison.OrdinalIgnoreCase))")
                .Inner($"return {shape.Type}.@{member.Name};");
        }

        code.Close();
        code.Line("else if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))").Inner($"return ({shape.Type})number;");
        code.Line($"throw JsonRead.Unexpected(ref reader, {Literal("one of " + string.Join(", ", shape.EnumMembers.Select(m => m.JsonName)))});");
    }

    // The whole object is read into locals first: its constructor wants them together, and in its own order.
    private static void WriteObject(CodeWriter code, JsonShape shape)
    {
        var defaults = shape.ConstructorParameters.Where(p => p.Member >= 0).ToDictionary(p => p.Member, p => p.Default);
        code.Line("JsonRead.StartObject(ref reader);");
        WriteMembers(code, shape.Members, i => IsRead(shape, i), i => defaults.TryGetValue(i, out var value) ? value : "default");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            if (shape.Members[i].Setter == JsonSetter.Required)
                code.Line($"if (!has{i})").Inner($"throw JsonRead.Missing({Literal(shape.Members[i].JsonName)});");
        }

        var arguments = string.Join(", ", shape.ConstructorParameters.Select(p => p.Member >= 0 ? $"member{p.Member}" : p.Default));
        var required = shape.Members.Select((m, i) => (m, i)).Where(x => x.m.Setter == JsonSetter.Required).Select(x => $"{x.m.Name} = member{x.i}").ToList();
        code.Line($"var result = new {shape.Type}({arguments}){(required.Count > 0 ? " { " + string.Join(", ", required) + " }" : "")};");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            var member = shape.Members[i];
            if (member.Setter == JsonSetter.Set)
                code.Line($"if (has{i})").Inner($"result.{member.Name} = member{i};");
            else if (member.Setter == JsonSetter.Init)
                code.Line($"if (has{i})").Inner($"Set{shape.Id}_{member.Name}({(shape.IsReferenceType ? "" : "ref ")}result, member{i});");
        }

        code.Line("return result;");
    }

    /// <summary>Writes the loop over an object's members into locals <c>member0</c>, <c>member1</c>, …</summary>
    public static void WriteMembers(CodeWriter code, List<JsonMember> members, Func<int, bool> isRead, Func<int, string> defaultOf)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (!isRead(i))
                continue;
            code.Line($"{members[i].Shape.Type} member{i} = {defaultOf(i)};");
            if (members[i].Setter != JsonSetter.None)
                code.Line($"var has{i} = false;");
        }

        code.Open("while (JsonRead.NextMember(ref reader))");
        var keyword = "if";
        for (var i = 0; i < members.Count; i++)
        {
            if (!isRead(i))
                continue;
            code.Open($"{keyword} (reader.ValueTextEquals({Literal(members[i].JsonName)}u8))")
                .Line("reader.Read();").Line($"member{i} = {Expression(members[i].Shape)};");
            if (members[i].Setter != JsonSetter.None)
                code.Line($"has{i} = true;");
            code.Close();
            keyword = "else if";
        }

        if (keyword == "if")
            code.Line("JsonRead.SkipMember(ref reader);");
        else
            code.Line("else").Inner("JsonRead.SkipMember(ref reader);");
        code.Close();
    }

    private static bool IsRead(JsonShape shape, int index)
        => shape.Members[index].Setter != JsonSetter.None || shape.ConstructorParameters.Any(p => p.Member == index);
}
