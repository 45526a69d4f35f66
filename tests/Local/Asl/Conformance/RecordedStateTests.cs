using System.Text.RegularExpressions;
using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.StepFunctions;

namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>TestState answers what the service was recorded answering.</summary>
public sealed class RecordedStateTests
{
    // Texts of JSON on the wire, values in the recordings.
    private static readonly string[] _jsonMembers = ["definition", "input", "context", "variables"];

    public static TheoryData<string> Cases => RecordedCase.Folder is null ? ["none"] : [.. RecordedCase.StateTestNames()];

    [RecordedTheory]
    [MemberData(nameof(Cases))]
    public async Task The_recorded_answer_is_reproduced(string name)
    {
        var difference = await DifferenceAsync(RecordedCase.LoadStateTest(name).Document);

        if (Exceptions.Reasons.TryGetValue(name, out var reason))
            Assert.True(difference is not null, $"{name} passes: take it off the list of exceptions (\"{reason}\").");
        else
            Assert.True(difference is null, $"{name}{Environment.NewLine}{difference}");
    }

    private static async Task<string?> DifferenceAsync(ObjectValue document)
    {
        using var service = new StepFunctionsService(_ => null, new LocalAws(AccountId: "111111111111"), TimeProvider.System, new Random(1));
        var expect = (ObjectValue)document["expect"]!;
        ObjectValue answer;
        try
        {
            answer = (ObjectValue)await service.CallAsync("TestState", Sent((ObjectValue)document["request"]!), CancellationToken.None);
        }
        catch (ServiceException refusal)
        {
            var told = new ObjectValue { ["exception"] = refusal.Code, ["message"] = refusal.Message };
            return told.Equals(expect) ? null : $"expected {expect.ToJson()}{Environment.NewLine}was      {told.ToJson()}";
        }
        var shown = Shown(answer);
        if (expect["causePattern"] is StringValue { Text: var pattern } && shown["cause"] is StringValue { Text: var cause } && Regex.IsMatch(cause, $"^(?:{pattern})$", RegexOptions.Singleline))
        {
            expect.Remove("causePattern");
            shown.Remove("cause");
        }
        var unstable = document["volatile"] as ArrayValue ?? [];
        foreach (var pointer in unstable.Cast<StringValue>())
        {
            Blank(expect, pointer.Text);
            Blank(shown, pointer.Text);
        }
        return shown.Equals(expect) ? null : $"expected {expect.ToJson()}{Environment.NewLine}was      {shown.ToJson()}";
    }

    private static ObjectValue Sent(ObjectValue request)
    {
        var sent = new ObjectValue();
        foreach (var (name, value) in request)
        {
            if (name.EndsWith("Text", StringComparison.Ordinal)) sent[name[..^"Text".Length]] = value;
            else if (_jsonMembers.Contains(name)) sent[name] = value.ToJson();
            else if (name == "mock") sent[name] = Mock((ObjectValue)value);
            else sent[name] = value;
        }
        return sent;
    }

    private static ObjectValue Mock(ObjectValue mock)
    {
        var sent = new ObjectValue(mock);
        if (mock["result"] is { } result) sent["result"] = result.ToJson();
        if (mock["resultText"] is { } text)
        {
            sent.Remove("resultText");
            sent["result"] = text;
        }
        return sent;
    }

    private static ObjectValue Shown(ObjectValue answer)
    {
        var shown = new ObjectValue(answer);
        if (answer["output"] is StringValue output) shown["output"] = Value.Parse(output.Text);
        if (answer["inspectionData"] is ObjectValue inspection)
            shown["inspectionData"] = new ObjectValue(inspection.Select(part => KeyValuePair.Create(part.Key, part.Value is StringValue json ? Value.Parse(json.Text) : part.Value)));
        return shown;
    }

    // What differs from run to run must be there, whatever it is.
    private static void Blank(ObjectValue value, string pointer)
    {
        var steps = pointer.Split('/')[1..];
        Value? at = value;
        foreach (var step in steps[..^1]) at = (at as ObjectValue)?[step];
        if (at is ObjectValue parent && parent.Has(steps[^1])) parent[steps[^1]] = NullValue.Instance;
    }
}
