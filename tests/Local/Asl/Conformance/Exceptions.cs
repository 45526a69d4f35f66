namespace Aot.Local.Tests.Asl.Conformance;

/// <summary>The recorded cases the engine does not reproduce, from <c>exceptions.txt</c>: a name, a blank, the reason.</summary>
internal static class Exceptions
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        File.ReadLines(Path.Combine(RecordedCase.RepositoryRoot, "tests/Local/Asl/Conformance/exceptions.txt"))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
