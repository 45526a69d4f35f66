using Aot.Local.Json;

namespace Aot.Local.Tests.Jsonata.Conformance;

/// <summary>A case of the JSONata 2.0.6 suite.</summary>
internal sealed record ConformanceCase(string Expression, Value? Input, ObjectValue Expected)
{
    /// <summary>Names such as <c>function-sum/case003#0</c>; empty where the suite is absent.</summary>
    public static IEnumerable<string> Names()
    {
        if (ConformanceSuite.Folder is not { } folder)
            yield break;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "groups"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + "/" + Path.GetFileNameWithoutExtension(file);
            var count = Value.Parse(File.ReadAllBytes(file)) is ArrayValue cases ? cases.Count : 1;
            for (var i = 0; i < count; i++)
                yield return $"{name}#{i}";
        }
    }

    public static ConformanceCase Load(string name)
    {
        var (path, number) = (name[..name.IndexOf('#')], int.Parse(name[(name.IndexOf('#') + 1)..]));
        var file = Path.Combine(ConformanceSuite.Folder!, "groups", path + ".json");
        var content = Value.Parse(File.ReadAllBytes(file));
        var members = (ObjectValue)(content is ArrayValue cases ? cases[number] : content);
        var expression = members["expr-file"] is StringValue source
            ? File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, source.Text))
            : ((StringValue)members["expr"]!).Text;
        var input = members["data"];
        if (input is null && members["dataset"] is StringValue dataset)
            input = Value.Parse(File.ReadAllBytes(Path.Combine(ConformanceSuite.Folder!, "datasets", dataset.Text + ".json")));
        return new ConformanceCase(expression, input, members);
    }
}
