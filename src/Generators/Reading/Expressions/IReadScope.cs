using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>What an expression may name at the place where it stands, and where its mistakes go.</summary>
internal interface IReadScope
{
    /// <summary>The value of a local variable or parameter.</summary>
    /// <param name="symbol">An <see cref="ILocalSymbol"/> or <see cref="IParameterSymbol"/>, primary-constructor parameters included.</param>
    /// <returns>Null where the scope does not know it; the reader reports that.</returns>
    Expr? Lookup(ISymbol symbol);

    /// <summary>Takes a variable that a pattern declares (<c>x is { } y</c>).</summary>
    /// <param name="local">The variable; <see cref="Lookup"/> must know it from now on.</param>
    /// <param name="value">
    /// Its value. Evaluating it before the expression that declares it is safe: where the pattern does not match it is null or the unmatched value.
    /// </param>
    void Declare(ILocalSymbol local, Expr value);

    /// <summary>Reports a mistake of the author.</summary>
    void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments);
}
