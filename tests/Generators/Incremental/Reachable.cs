using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Tests.Incremental;

/// <summary>Walks everything that a value holds, private fields included.</summary>
internal static class Reachable
{
    private static readonly Type[] _ofCompilation = [typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SemanticModel), typeof(Location), typeof(IOperation)];

    /// <summary>The path to something that keeps a compilation alive, or null.</summary>
    public static string? Compilation(object? root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object? Value, string Path)>([(root, root?.GetType().Name ?? "null")]);
        while (open.Count > 0)
        {
            var (value, path) = open.Pop();
            if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
                continue;
            if (_ofCompilation.Any(type => type.IsInstanceOfType(value)))
                return path;
            if (value is Array array)
            {
                foreach (var item in (IEnumerable)array)
                    open.Push((item, path + "[]"));
                continue;
            }

            for (var type = value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    open.Push((field.GetValue(value), $"{path}.{field.Name}"));
            }
        }

        return null;
    }
}
