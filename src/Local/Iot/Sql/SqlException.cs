namespace Aot.Local.Iot.Sql;

/// <summary>A rule's SQL is not understood.</summary>
/// <param name="position">Characters before the place.</param>
internal sealed class SqlException(string problem, int position) : Exception($"{problem} (character {position + 1}).");
