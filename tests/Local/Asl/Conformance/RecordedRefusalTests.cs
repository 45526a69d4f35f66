using Aot.Local.Asl.Model;
using Aot.Local.Asl.Reading;
using Aot.Local.Json;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>Definitions that the service refused are refused in its words.</summary>
public sealed class RecordedRefusalTests
{
    public static TheoryData<string> Cases => RecordedCase.Folder is null ? ["none"] : [.. RecordedCase.InvalidNames()];

    [RecordedTheory]
    [MemberData(nameof(Cases))]
    public void The_recorded_judgement_is_reproduced(string name)
    {
        var problem = Judge(RecordedCase.LoadInvalid(name).Document);

        if (Exceptions.Reasons.TryGetValue(name, out var reason))
            Assert.True(problem is not null, $"{name} passes: take it off the list of exceptions (\"{reason}\").");
        else
            Assert.True(problem is null, $"{name}{Environment.NewLine}{problem}");
    }

    private static string? Judge(ObjectValue document)
    {
        var text = document["definitionText"] is StringValue given ? given.Text : document["definition"]!.ToJson();
        var type = ((StringValue)document["type"]!).Text == "EXPRESS" ? WorkflowType.Express : WorkflowType.Standard;
        var definition = DefinitionReader.Read(text, type);
        var expect = (ObjectValue)document["expect"]!;
        if (expect["result"] is StringValue { Text: "OK" }) return definition.IsValid ? null : definition.RefusalMessage;
        if (definition.IsValid) return "It is taken for valid.";
        if (expect["message"] is StringValue message && message.Text != definition.RefusalMessage) return $"expected {message.Text}{Environment.NewLine}was {definition.RefusalMessage}";
        if (expect["diagnostics"] is not ArrayValue diagnostics) return null;
        var told = new ArrayValue([.. definition.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(Written)]);
        return told.Equals(diagnostics) ? null : $"expected {diagnostics}{Environment.NewLine}was {told}";
    }

    private static Value Written(Diagnostic found)
    {
        var written = new ObjectValue { ["severity"] = "ERROR", ["code"] = found.Code, ["message"] = found.Message };
        if (found.Location is not null) written["location"] = found.Location;
        return written;
    }
}
