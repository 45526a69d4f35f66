using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Asl.Evaluation;

/// <summary>The greatest size of what passes between states and tasks.</summary>
internal static class PayloadLimit
{
    public const int MaxBytes = 262_144; // Step Functions quotas, "maximum input or output size"

    /// <summary>Whether the value as JSON in UTF-8 is over the limit; stops counting where it is.</summary>
    public static bool IsExceededBy(Value value) => Remaining(value, MaxBytes) < 0;

    /// <summary>The value's size as JSON in UTF-8; whatever is over the limit counts as just over it.</summary>
    public static long Bytes(Value value) => MaxBytes - (long)Remaining(value, MaxBytes);

    private static int Remaining(Value value, int left)
    {
        switch (value)
        {
            case StringValue { Text: var text }:
                return left - TextBytes(text);
            case NumberValue or BooleanValue or NullValue:
                return left - value.ToJson().Length;
            case ArrayValue array:
                left -= 2 + Math.Max(0, array.Count - 1);
                foreach (var item in array.Items)
                {
                    if (left < 0) return left;
                    left = Remaining(item, left);
                }
                return left;
            case ObjectValue members:
                left -= 2 + Math.Max(0, members.Count - 1);
                for (var i = 0; i < members.Count; i++)
                {
                    if (left < 0) return left;
                    left = Remaining(members.Values[i], left - TextBytes(members.Names[i]) - 1);
                }
                return left;
            default:
                return left;
        }
    }

    private static int TextBytes(string text)
    {
        var bytes = Encoding.UTF8.GetByteCount(text) + 2;
        foreach (var character in text)
        {
            if (character is '"' or '\\' or '\n' or '\r' or '\t' or '\b' or '\f') bytes++;
            else if (character < ' ') bytes += 5;
        }
        return bytes;
    }
}
