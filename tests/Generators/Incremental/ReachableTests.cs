using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Incremental;

public sealed class ReachableTests
{
    [Fact]
    public void It_finds_a_location_deep_inside()
    {
        var location = CSharpSyntaxTree.ParseText("class C;").GetRoot().GetLocation();

        Assert.NotNull(Reachable.Compilation(new EquatableArray<(string, Lazy<Location>)>([("a", new Lazy<Location>(location))])));
        Assert.Null(Reachable.Compilation(new EquatableArray<(string, Lazy<int>)>([("a", new Lazy<int>(1))])));
    }
}
