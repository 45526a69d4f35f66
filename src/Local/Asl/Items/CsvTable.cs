using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Items;

/// <summary>Reads delimited text: rows of fields, and rows as objects of strings.</summary>
/// <remarks>Source: RFC 4180; missing and surplus fields as recorded from the service.</remarks>
internal static class CsvTable
{
    /// <summary>Rows as objects.</summary>
    /// <param name="givenHeaders">The columns' names; null: the first row has them.</param>
    /// <exception cref="StateFailure">Two columns have one name.</exception>
    public static IEnumerable<ObjectValue> Read(byte[] content, char delimiter, IReadOnlyList<string>? givenHeaders)
    {
        var headers = givenHeaders;
        if (headers is not null) RequireDistinct(headers);
        foreach (var row in Rows(content, delimiter))
        {
            if (headers is null)
            {
                RequireDistinct(headers = row);
                continue;
            }
            // A missing field is empty; a surplus one is dropped.
            var item = new ObjectValue(headers.Count);
            for (var i = 0; i < headers.Count; i++) item[headers[i]] = i < row.Count ? row[i] : "";
            yield return item;
        }
    }

    /// <summary>Rows as fields; empty lines are no rows.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(byte[] content, char delimiter)
    {
        var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        List<string> row = [];
        var field = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        while (reader.Read() is var next && next >= 0)
        {
            var character = (char)next;
            if (isQuoted)
            {
                if (character != '"') field.Append(character);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else isQuoted = false;
            }
            else if (character == '"' && field.Length == 0 && !wasQuoted) isQuoted = wasQuoted = true;
            else if (character == delimiter)
            {
                row.Add(field.ToString());
                field.Clear();
                wasQuoted = false;
            }
            else if (character == '\n')
            {
                if (row.Count > 0 || field.Length > 0 || wasQuoted) yield return Ended();
            }
            else if (character != '\r') field.Append(character);
        }
        if (row.Count > 0 || field.Length > 0 || wasQuoted) yield return Ended();

        IReadOnlyList<string> Ended()
        {
            row.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
            var ended = row;
            row = [];
            return ended;
        }
    }

    private static void RequireDistinct(IReadOnlyList<string> headers)
    {
        if (headers.Distinct(StringComparer.Ordinal).Count() < headers.Count) throw new StateFailure(ErrorNames.ItemReaderFailed, "CSV headers cannot contain duplicates.");
    }
}
