using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private int _depth;

    /// <summary>Reads one expression that contains no <c>await</c>.</summary>
    /// <returns>Its meaning; <see cref="InvalidExpr"/> where something in it was reported.</returns>
    public Expr Read(IOperation operation, IReadScope scope)
    {
        if (_depth == Nesting.MaxLevels)
            return Invalid(scope, Descriptors.NestedTooDeeply, operation.Syntax.GetLocation(), Nesting.MaxLevels);
        _depth++;
        var read = ReadAny(operation, scope);
        _depth--;
        return read;
    }
}
