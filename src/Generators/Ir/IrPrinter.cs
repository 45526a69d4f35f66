using System.Text;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Ir;

/// <summary>Shows a person what was read: one line per step, indented like the C# it came from.</summary>
internal static class IrPrinter
{
    public static string Print(Block block)
    {
        var text = new StringBuilder();
        Print(text, block, 0);
        return text.ToString();
    }

    private static void Print(StringBuilder text, Block block, int depth)
    {
        foreach (var step in block.Steps)
            Print(text, step, depth);
    }

    private static void Print(StringBuilder text, Step step, int depth)
    {
        void Line(string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
        void Inner(Block block) => Print(text, block, depth + 1);
        switch (step)
        {
            case AssignStep assign:
                Line($"{assign.Variable} = {Show(assign.Value)}");
                break;
            case TaskStep task:
                Line($"{Target(task.Variable, task.Result)}task {task.Origin.Name} {task.Call.Resource} {Show(task.Call.Arguments)}");
                break;
            case WaitStep wait:
                Line(wait.IsTimestamp ? $"wait until {Show(wait.Until)}" : $"wait {Show(wait.Until)} s");
                break;
            case ParallelStep parallel:
                Line($"{Target(parallel.Variable, parallel.Result)}parallel {parallel.Origin.Name}");
                foreach (var branch in parallel.Branches)
                {
                    Line("branch");
                    Inner(branch);
                }

                break;
            case MapStep map:
                var kind = map.Settings.Mode == MapMode.Inline ? "" : $"{map.Settings.Mode.ToString().ToLowerInvariant()} ";
                Line($"{Target(map.Variable, map.Result)}{kind}map {map.Origin.Name}{(map.Items is null ? "" : $" over {Show(map.Items)}")}{Show(map.Settings.Fields)}");
                Inner(map.Body);
                break;
            case IfStep @if:
                Line($"if {Show(@if.Condition)}");
                Inner(@if.Then);
                if (@if.Else.Steps.Count > 0)
                {
                    Line("else");
                    Inner(@if.Else);
                }

                break;
            case LoopStep loop:
                Line($"{(loop.TestsFirst ? "while" : "do … while")} {(loop.Condition is null ? "true" : Show(loop.Condition))} (break {Show(loop.Break)}, continue {Show(loop.Continue)})");
                Section("test", loop.Test);
                Inner(loop.Body);
                Section("then", loop.Increment);
                break;
            case LabeledStep labeled:
                Line($"{labeled.Origin.Name} (leave {Show(labeled.End)})");
                Inner(labeled.Body);
                break;
            case EntryStep entry:
                Line($"{entry.Origin.Name} (enter {Show(entry.Entry)})");
                Inner(entry.Body);
                break;
            case OutsideStep outside:
                Line($"outside the try of {Show(outside.Clause)}");
                Inner(outside.Body);
                break;
            case JumpStep jump:
                Line($"go to {Show(jump.Target)}");
                break;
            case ReturnStep @return:
                Line(@return.Value is null ? "return" : $"return {Show(@return.Value)}");
                break;
            case FailStep fail:
                Line($"fail {Show(fail.Error)}{(fail.Cause is null ? "" : " because " + Show(fail.Cause))}");
                break;
            case TryStep @try:
                Line("try");
                Inner(@try.Body);
                foreach (var clause in @try.Clauses)
                {
                    Line($"catch {string.Join(", ", clause.ErrorNames)} as {clause.Variable} (enter {Show(clause.Entry)})");
                    Inner(clause.Body);
                }

                break;
        }

        void Section(string word, Block block)
        {
            if (block.Steps.Count == 0)
                return;
            Line(word);
            Inner(block);
        }
    }

    private static string Target(string? variable, Expr? result) => variable is null || result is null ? "" : $"{variable} = {Show(result)} of ";

    private static string Show(EquatableArray<ObjectMember> fields) => string.Concat(fields.Select(f => $", {f.Name} {Show(f.Value)}"));

    private static string Show(Expr expr) => JsonataWriter.Expression(expr);

    private static string Show(Label label) => $"L{label.Id}";
}
