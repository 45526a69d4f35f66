using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Aot.Generators.Tests.Cases;

namespace Aot.Generators.Tests.Expressions;

/// <summary>npm's jsonata 2.0.6 in one Node.js process that answers for all rows; <see cref="Instance"/> is null where Node.js or the package is missing.</summary>
internal sealed class Oracle
{
    private static readonly string _root = Path.GetFullPath(Path.Combine(CaseFolder.Root, "..", ".."));

    private readonly Process _process;
    private readonly Lock _turn = new();

    private Oracle(Process process) => _process = process;

    public static Oracle? Instance { get; } = Start();

    /// <summary>What the expression gives over variables in JSON: its JSON, or <see cref="Meaning.Failure"/>.</summary>
    public string Evaluate(string expression, IReadOnlyDictionary<string, string> variables)
    {
        var request = new JsonObject { ["text"] = expression, ["variables"] = new JsonObject(variables.Select(v => KeyValuePair.Create(v.Key, JsonNode.Parse(v.Value)))) };
        JsonNode answer;
        lock (_turn)
        {
            _process.StandardInput.WriteLine(request.ToJsonString());
            _process.StandardInput.Flush();
            answer = JsonNode.Parse(_process.StandardOutput.ReadLine()!)!;
        }

        return answer.AsObject().ContainsKey("value") ? Meaning.Canonical(answer["value"]?.ToJsonString() ?? "null") : Meaning.Failure;
    }

    private static Oracle? Start()
    {
        var package = Path.Combine(_root, ".ci", "tools", "node_modules", "jsonata");
        if (!Directory.Exists(package))
            return null;
        var start = new ProcessStartInfo("node", [Path.Combine(_root, "tests", "Generators", "Expressions", "oracle.js"), package])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start) is { } process ? new Oracle(process) : null;
        }
        catch (Win32Exception)
        {
            return null; // no Node.js
        }
    }
}

/// <summary>A test that reports itself skipped where there is no second engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute()
    {
        if (Oracle.Instance is null)
            Skip = "npm's jsonata 2.0.6 is not there: rows ran on the local engine alone. It comes with Node.js and 'npm ci --prefix .ci/tools'.";
    }
}
