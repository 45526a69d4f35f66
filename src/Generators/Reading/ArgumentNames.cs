using System.Text;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>Finds members of requests that a service would not know: names that are not spelled as its integration spells them.</summary>
/// <param name="types">How C# types look in JSON.</param>
/// <param name="isSdk">True for the Java SDK's spelling.</param>
internal sealed class ArgumentNames(JsonTypeReader types, bool isSdk)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The members that are wrong, with what is right.</summary>
    public IEnumerable<(IPropertySymbol Property, string Name, string Right)> Wrong(ITypeSymbol request)
    {
        if (!JsonNames.IsAwsShape(request) || !_seen.Add(request))
            yield break;
        foreach (var (property, member) in types.MembersOf(request))
        {
            var right = Right(member.Name);
            if (right != member.Name)
                yield return (property, member.Name, right);
            if (member.Encoding != MemberEncoding.Json)
                continue;
            foreach (var inner in Wrong(ItemOf(property.Type)))
                yield return inner;
        }
    }

    /// <summary><c>queueUrl</c> → <c>QueueUrl</c>; in SDK integrations <c>DBInstanceIdentifier</c> → <c>DbInstanceIdentifier</c> too.</summary>
    public string Right(string name)
    {
        if (name.Length == 0)
            return name;
        var upper = char.ToUpperInvariant(name[0]) + name.Substring(1);
        return isSdk ? Java(upper) : upper;
    }

    // The Java SDK takes a run of capitals for one word: KMSKeyId → KmsKeyId, ACL → Acl, MD5OfBody → Md5OfBody; ETag stays.
    private static string Java(string name)
    {
        var text = new StringBuilder(name);
        for (var i = 1; i < name.Length; i++)
        {
            var isEndOfRun = i + 1 < name.Length && char.IsLower(name[i + 1]);
            if (char.IsUpper(name[i]) && char.IsUpper(name[i - 1]) && !isEndOfRun)
                text[i] = char.ToLowerInvariant(name[i]);
        }

        return text.ToString();
    }

    private static ITypeSymbol ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } named when named.AllInterfaces.Any(i => i.Name == "IEnumerable") => item,
        _ => type,
    };
}
