using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Services.Sqs;

/// <summary>What counts against the size limits: body and the attributes' names, types and values, in UTF-8.</summary>
internal static class MessageSize
{
    public static int InBytes(string body, ObjectValue? attributes)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        foreach (var (name, value) in attributes ?? Shape.Empty)
        {
            bytes += Encoding.UTF8.GetByteCount(name);
            if (value is not ObjectValue attribute)
                continue;
            bytes += Encoding.UTF8.GetByteCount(TextOf(attribute, "DataType") + TextOf(attribute, "StringValue"));
            bytes += TextOf(attribute, "BinaryValue").Length / 4 * 3; // base64
        }
        return bytes;
    }

    private static string TextOf(ObjectValue attribute, string name) => attribute[name] is StringValue text ? text.Text : "";
}
