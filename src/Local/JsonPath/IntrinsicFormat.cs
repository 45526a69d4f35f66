using System.Text;
using Aot.Local.Json;

namespace Aot.Local.JsonPath;

/// <summary><c>States.Format</c>: fills the braces of a text; values that are no strings look as Java prints them.</summary>
internal static class IntrinsicFormat
{
    public static string Format(string template, IReadOnlyList<Value> values)
    {
        var text = new StringBuilder();
        var used = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '\\' && i + 1 < template.Length && template[i + 1] is '{' or '}') text.Append(template[++i]);
            else if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '}')
            {
                if (used == values.Count) throw new IntrinsicException("There are more {} than values");
                Write(values[used++], text);
                i++;
            }
            else text.Append(template[i]);
        }
        return used == values.Count ? text.ToString() : throw new IntrinsicException("There are fewer {} than values");
    }

    // {Arg1=1, Arg2=[]}
    private static void Write(Value value, StringBuilder text)
    {
        switch (value)
        {
            case StringValue { Text: var plain }:
                text.Append(plain);
                break;
            case ObjectValue members:
                text.Append('{');
                for (var i = 0; i < members.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    text.Append(members.Names[i]).Append('=');
                    Write(members.Values[i], text);
                }
                text.Append('}');
                break;
            case ArrayValue array:
                text.Append('[');
                for (var i = 0; i < array.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Write(array[i], text);
                }
                text.Append(']');
                break;
            default:
                text.Append(value.ToJson());
                break;
        }
    }
}
