using Aot.Generators.Jsonata;
namespace Aot.Generators.Tests.Expressions;
public class ExploreTests
{
    [Fact]
    public void Explore()
    {
        var output = new System.Text.StringBuilder();
        var pending = new List<(string, string)>(); var nodeIn = new System.Text.StringBuilder();
        var types = File.ReadAllText("/tmp/ex-jsonata/types.cs");
        foreach (var line in File.ReadAllLines("/tmp/ex-jsonata/rows.txt"))
        {
            if (line.Trim().Length == 0 || line[0]=='#') { output.AppendLine(line); continue; }
            var cut = line.Split(" ;; ");
            var (locals, expression) = cut.Length == 1 ? ("", cut[0]) : (cut[0], cut[1]);
            output.AppendLine($"{locals} ;; {expression}");
            try {
                var snippet = new Snippet(expression, locals, types);
                foreach (var d in snippet.Diagnostics) output.AppendLine($"      {d.Severity} {d.Id} [{Snippet.Underlined(d)}] {d.GetMessage()}");
                foreach (var d in snippet.Declared) output.AppendLine($"      declares {d.Name} = {JsonataWriter.Expression(d.Value)}");
                if (snippet.Diagnostics.Any(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)) continue;
                output.AppendLine("   => " + JsonataWriter.Expression(snippet.Expr));
                var (n, w, t) = Meaning.Run(snippet);
                var (_, locals2) = snippet.Load();
                foreach (var nulls in new[] { true, false }) { 
                    var vars = "{" + string.Join(",", locals2.Select(l => $"\"{l.Key}\":{Wire.Json(l.Value, nulls)}")) + "}";
                    if (snippet.Declared.Count > 0) continue;
                    nodeIn.AppendLine($"{{\"expr\":{System.Text.Json.JsonSerializer.Serialize(JsonataWriter.Expression(snippet.Expr))},\"vars\":{vars}}}"); pending.Add((line, n)); }
                output.AppendLine($"   {(w.Concat(t).All(x => x == n) ? "ok" : "DIFFERS")} {n} {(w.Concat(t).All(x => x == n) ? "" : string.Join(" ~ ", w.Concat(t)))}");
            } catch (Exception e) { output.AppendLine("   !! " + e.GetType().Name + " " + e.Message.Split('\n')[0] + (e is InvalidOperationException ? "" : e.StackTrace)); }
        }
        File.WriteAllText("/tmp/ex-jsonata/node-in.txt", nodeIn.ToString());
        System.Diagnostics.Process.Start("node", "/tmp/ex-jsonata/node.js").WaitForExit();
        output.AppendLine("# node");
        foreach (var (p, o) in pending.Zip(File.ReadAllLines("/tmp/ex-jsonata/node-out.txt"))) { string canon; try { canon = o == "failure" ? o : Meaning.Canonical(o); } catch { canon = o; } if (p.Item2 != canon) output.AppendLine($"NODE {p.Item1}: {p.Item2} vs {o}"); }
        File.WriteAllText("/tmp/ex-jsonata/out.txt", output.ToString());
    }
}
