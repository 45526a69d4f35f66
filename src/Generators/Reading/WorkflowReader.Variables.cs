using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Declarations and assignments.
internal sealed partial class WorkflowReader
{
    private void ReadDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            var local = declarator.Symbol;
            var value = (declarator.Initializer ?? declaration.Initializer)?.Value;
            if (local.IsConst)
                continue; // Every use is a constant already.
            if (local.IsRef)
            {
                Reject(declarator, "'ref'", "copy the value");
                continue;
            }

            if (value is null)
                _maybeUnassigned.Add(NewVariable(local, _expressions.Types.Read(local.Type)));
            else if (Unconverted(value) is { } inner && inner is not IAwaitOperation && StartsTasks(inner.Type))
                RejectStarted(local, inner);
            else
                ReadInto(local, value, declarator);
        }
    }

    // The value is read before the variable exists, since a helper inlined in it may have a variable of the same name.
    private void ReadInto(ILocalSymbol local, IOperation value, IOperation declarator)
    {
        var type = _expressions.Types.Read(local.Type);
        switch (Unconverted(value))
        {
            case IAwaitOperation awaited:
            {
                var variable = _names.Create(local.Name);
                ReadAwaited(awaited.Operation, variable, word: local.Name);
                _bindings[local] = new Binding(new VariableExpr(variable, type), _place.Branch);
                break;
            }

            case IInvocationOperation invocation when InlineBodyOf(invocation) is { } body:
            {
                var variable = _names.Create(local.Name);
                Inline(invocation, body, variable);
                _bindings[local] = new Binding(new VariableExpr(variable, type), _place.Branch);
                break;
            }

            default:
            {
                var read = ReadValue(value, local.Name);
                if (!_assigned.Contains(local) && IsSameEverywhere(read))
                {
                    _bindings[local] = new Binding(read, _place.Branch);
                    break;
                }

                // C# takes every `var` of a reference type for nullable; the first value knows better.
                var isKnown = IsVar(declarator) || read.Type == JsonType.UtcTime;
                var variable = NewVariable(local, isKnown && read is not (InvalidExpr or ConstantExpr { Value: null }) ? read.Type : type);
                Add(new AssignStep(At(local.Name, declarator), variable, read));
                break;
            }
        }
    }

    // A name for a part of the input, or for a constant, needs no variable.
    private static bool IsSameEverywhere(Expr value) => value switch
    {
        ConstantExpr { Value: not null } or InputExpr or ResourceExpr => true,
        MemberExpr member => IsSameEverywhere(member.Target),
        _ => false,
    };

    private static bool IsVar(IOperation declarator) => declarator.Syntax.Parent is VariableDeclarationSyntax { Type.IsVar: true };

    private void ReadAssignment(IOperation target, IOperation value, IOperation statement)
    {
        if (target is IDiscardOperation)
        {
            // Kept as a variable, so that a failure of the expression still fails the workflow.
            var read = ReadExpression(value);
            var discarded = _names.Create("discarded");
            Add(new AssignStep(At(discarded, statement), discarded, read));
            return;
        }

        if (TargetVariable(target) is not { } variable)
            return;
        switch (Unconverted(value))
        {
            case IAwaitOperation awaited:
                ReadAwaited(awaited.Operation, variable.Name, word: variable.Name);
                break;
            case IInvocationOperation invocation when InlineBodyOf(invocation) is { } body:
                Inline(invocation, body, variable.Name);
                break;
            default:
            {
                var read = ReadValue(value, variable.Name);
                Add(new AssignStep(At(variable.Name, statement), variable.Name, read));
                break;
            }
        }
    }

    // x += y, x++, x ??= y: the expression reader gives the new value.
    private void ReadUpdate(IOperation target, IOperation update)
    {
        if (TargetVariable(target) is { } variable)
            Add(new AssignStep(At(variable.Name, update), variable.Name, ReadExpression(update, () => _expressions.ReadUpdate(update, this))));
    }

    // The variable that an assignment changes; null was reported.
    private VariableExpr? TargetVariable(IOperation target)
    {
        ISymbol? symbol = target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (symbol is null || !_bindings.TryGetValue(symbol, out var binding) || binding.Value is not VariableExpr variable)
        {
            _sink.Report(
                ExpressionDescriptors.Mutation,
                target.Syntax.GetLocation(),
                target.Syntax.ToString(),
                target is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true }
                    ? "collect items with 'xs = [.. xs, item]', for a dictionary an array of records with its key as a member"
                    : "only local variables change; for a member write 'x = x with { … }'");
            return null;
        }

        if (binding.Branch == _place.Branch)
            return variable;
        _sink.Report(Descriptors.OuterAssignment, target.Syntax.GetLocation(), symbol.Name);
        return null;
    }
}
