using Aot.Synth.Catalog;

namespace Aot.Synth.Tests.Catalog;

public sealed class ResourceBlockTests
{
    [Fact]
    public void A_line_in_the_first_column_starts_a_resource()
    {
        var blocks = ResourceBlock.Split("A:\n  Type: X\nB:\n  Type: Y\n  Z: 1");

        Assert.Equal([new("A", "A:\n  Type: X\n"), new ResourceBlock("B", "B:\n  Type: Y\n  Z: 1\n")], blocks);
    }
}
