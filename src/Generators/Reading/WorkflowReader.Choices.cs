using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// if and switch.
internal sealed partial class WorkflowReader
{
    private void ReadIf(IConditionalOperation conditional)
    {
        var condition = ReadExpression(conditional.Condition);
        var origin = At("if", conditional.Condition);
        Add(new IfStep(origin, condition, ReadBlock(conditional.WhenTrue), ReadBlock(conditional.WhenFalse)) { Declared = DeclaredSince(origin) });

        // Of its own constants the C# compiler says so itself.
        if (condition is ConstantExpr { Value: bool value } && !conditional.Condition.ConstantValue.HasValue && (value ? conditional.WhenFalse : conditional.WhenTrue) is { } dead)
            _sink.Report(StatementDescriptors.Unreachable, dead.Syntax.GetLocation(), value ? "true" : "false");
    }

    // switch (x) { case A: … break; default: … }
    //   ──▶
    // if (x is A) { … } else { … }      `break` leaves the whole
    private void ReadSwitch(ISwitchOperation @switch)
    {
        var origin = At("switch", @switch.Value);
        var subject = ReadSubject(@switch.Value);
        var end = NewLabel();
        MakeReachable(@switch.ExitLabel, end);
        MakeCasesReachable(@switch);
        var body = ReadBlock(() => ReadCases(@switch.Cases, subject));
        Add(new LabeledStep(origin, body, end));
    }

    private Expr ReadSubject(IOperation value)
    {
        var subject = ReadExpression(value);
        if (subject.IsSimple() || subject is InvalidExpr)
            return subject;
        var variable = _names.Create("switched");
        Add(new AssignStep(At(variable, value), variable, subject));
        return new VariableExpr(variable, subject.Type);
    }

    private void ReadCases(IEnumerable<ISwitchCaseOperation> cases, Expr subject)
    {
        var sections = cases.ToList();

        // C# tries `default` last, wherever it stands.
        var isDefault = sections.FindIndex(s => s.Clauses.Any(c => c is IDefaultCaseClauseOperation));
        if (isDefault >= 0)
        {
            sections.Add(sections[isDefault]);
            sections.RemoveAt(isDefault);
        }

        ReadSections(sections, 0, subject, hasDefault: isDefault >= 0);
    }

    private void ReadSections(List<ISwitchCaseOperation> sections, int index, Expr subject, bool hasDefault)
    {
        if (index == sections.Count)
            return;
        var section = sections[index];
        if (hasDefault && index == sections.Count - 1)
        {
            ReadSectionBody(section);
            return;
        }

        Expr? condition = null;
        foreach (var clause in section.Clauses)
        {
            var matches = ReadClause(clause, subject);
            condition = condition is null ? matches : new BinaryExpr(BinaryOperator.Or, condition, matches, JsonType.Boolean);
        }

        var origin = At("switch", section.Clauses[0]);
        var then = ReadBlock(() => ReadSectionBody(section));
        var otherwise = ReadBlock(() => ReadSections(sections, index + 1, subject, hasDefault));
        Add(new IfStep(origin, condition ?? ConstantExpr.False, then, otherwise) { Declared = DeclaredSince(origin) });
    }

    private EquatableArray<string> DeclaredSince(Origin origin) => _names.Since(origin.Order).ToEquatableArray();

    private void ReadSectionBody(ISwitchCaseOperation section)
    {
        var entry = section.Clauses.Select(c => c.Label).OfType<ILabelSymbol>().FirstOrDefault(_jumps.ContainsKey);
        if (entry is null)
        {
            ReadStatements(section.Body);
            return;
        }

        var origin = At("case", section.Clauses[0]);
        Add(new EntryStep(origin, _jumps[entry].Label, ReadBlock(() => ReadStatements(section.Body))));
    }

    private void ReadStatements(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
            ReadStatement(statement);
    }

    private Expr ReadClause(ICaseClauseOperation clause, Expr subject)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                return new BinaryExpr(BinaryOperator.Equal, subject, ReadExpression(single.Value), JsonType.Boolean);
            case IPatternCaseClauseOperation pattern:
                var matches = _expressions.Match(pattern.Pattern, subject, this);
                return pattern.Guard is null
                    ? matches
                    : new ConditionalExpr(matches, ReadExpression(pattern.Guard), ConstantExpr.False, JsonType.Boolean);
            default:
                Reject(clause, "This case", "write a constant, a pattern or an 'if'");
                return new InvalidExpr();
        }
    }
}
