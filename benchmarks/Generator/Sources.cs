using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generator;

/// <summary>Projects to compile: the workflows a developer would write, as many as wanted.</summary>
internal static class Sources
{
    /// <summary>Six states each: a task with retries, a choice, two tasks, a wait, a task that is caught.</summary>
    private const int StatesPerBlock = 6;

    private const string Shared = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Aot.Authoring;
        global using Aot.Authoring.Services.Sqs;
        global using Aot.Runtime;

        public sealed record Line(string Sku, int Quantity, string? Note = null);
        public sealed record Order(string Id, int Amount, Line[] Lines, string? Coupon = null);
        public sealed record Receipt(string OrderId, int Total, bool IsFlagged);
        public sealed class RefusedException(string message) : Exception(message);

        public class Shop
        {
            [LambdaFunction] public Task<Receipt> ChargeAsync(Order order, int attempt) => Task.FromResult(new Receipt(order.Id, order.Amount + attempt, false));
            [LambdaFunction] public Task<int> ReserveAsync(string sku, int quantity) => Task.FromResult(quantity);
            [LambdaFunction] public Task NoteAsync(string text) => Task.CompletedTask;
        }

        public static class Resources { public static readonly Queue Audit = new("AuditQueue"); }
        """;

    private static readonly CSharpParseOptions _options = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Aot.Authoring.dll" or "Aot.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, _options, path);

    /// <summary>A project with some workflows, whose references are read already.</summary>
    public static CSharpCompilation Project(IEnumerable<SyntaxTree> workflows)
    {
        var compilation = CSharpCompilation.Create(
            "Flows",
            [Parse(Shared, "Shared.cs"), .. workflows],
            _references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0 ? compilation : throw new InvalidOperationException($"The benchmark's project does not compile: {errors[0]}");
    }

    /// <param name="name">Name of the class.</param>
    /// <param name="states">About how many states it has.</param>
    /// <param name="typed">What the developer typed last: text inside a string of the method's middle.</param>
    public static string Workflow(string name, int states, string typed = "")
    {
        var blocks = Math.Max(1, states / StatesPerBlock);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"[StateMachine] public sealed partial class {name}(Shop shop, ISqs sqs)\n{{\n    public async Task<int> RunAsync(Order order)\n    {{\n        var total = 0;");
        for (var block = 0; block < blocks; block++)
            text.AppendLine(Block(block, block == blocks / 2 ? typed : ""));
        return text.AppendLine("        return total;\n    }\n}").ToString();
    }

    private static string Block(int number, string typed) => $$"""
                var receipt{{number}} = await shop.ChargeAsync(order with { Amount = order.Amount + total }, {{number}});
                if (receipt{{number}}.IsFlagged && order.Lines.Any(l => l.Quantity > {{number}}))
                    await shop.NoteAsync($"{{typed}}order {order.Id} is flagged: {receipt{{number}}.Total} for {order.Coupon ?? "nobody"}");
                else
                    total = await Reserved{{number}}Async(receipt{{number}}, total);
                await Task.Delay(TimeSpan.FromSeconds({{number}} + 1));
                try
                {
                    await sqs.SendMessageAsync(new SendMessageRequest<Receipt>(Resources.Audit, receipt{{number}} with { Total = total }));
                }
                catch (Exception)
                {
                    total = order.Lines.Where(l => l.Note is not null).Sum(l => l.Quantity) + {{number}};
                }

                async Task<int> Reserved{{number}}Async(Receipt receipt, int before)
                {
                    var reserved = await shop.ReserveAsync(receipt.OrderId, receipt.Total * 2);
                    return before + (reserved > 10 ? reserved - 10 : reserved);
                }
        """;
}
