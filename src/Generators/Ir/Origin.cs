using Microsoft.CodeAnalysis;

namespace Aot.Generators.Ir;

/// <summary>Where a step comes from. Only <see cref="Order"/> and <see cref="Name"/> may reach the text; the location is for diagnostics.</summary>
/// <param name="Order">Position among the steps of the method, counted as they are read.</param>
/// <param name="Name">The source word its state is named after, with the names of the enclosing Map, Parallel and helper in front: <c>results.alarm.if</c>.</param>
/// <param name="Location">What a diagnostic about it points at.</param>
internal sealed record Origin(int Order, string Name, Location Location);
