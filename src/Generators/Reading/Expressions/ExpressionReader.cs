using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Turns C# expressions into <see cref="Expr"/>. One per workflow; it never throws on an author's code.</summary>
internal sealed partial class ExpressionReader(Compilation compilation)
{
    private int _lastBoundId;

    /// <summary>How C# types look in JSON.</summary>
    public JsonTypeReader Types { get; } = new(compilation);

    /// <summary>Reads one expression that contains no <c>await</c>.</summary>
    /// <returns>Its meaning; <see cref="InvalidExpr"/> where something in it was reported.</returns>
    public Expr Read(IOperation operation, IReadScope scope) => operation.ConstantValue.HasValue ? ConstantExpr.Null : new InvalidExpr();

    /// <summary>A new variable for <see cref="LetExpr"/> or <see cref="LambdaExpr"/>.</summary>
    /// <param name="hint">Name in C#, or what describes the value.</param>
    /// <param name="type">Type of its value.</param>
    public BoundExpr NewBound(string hint, JsonType type) => new(++_lastBoundId, hint, type);
}
