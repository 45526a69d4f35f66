using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>The inside of a lambda, switch arm or inlined method: its own names first, then those around it.</summary>
internal sealed class InnerScope(IReadScope outer) : IReadScope
{
    private readonly Dictionary<ISymbol, Expr> _values = new(SymbolEqualityComparer.Default);

    public Expr? Lookup(ISymbol symbol) => _values.TryGetValue(symbol, out var value) ? value : outer.Lookup(symbol);

    public void Declare(ILocalSymbol local, Expr value) => _values[local] = value;

    public void Declare(IParameterSymbol parameter, Expr value) => _values[parameter] = value;

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) => outer.Report(descriptor, location, arguments);
}
