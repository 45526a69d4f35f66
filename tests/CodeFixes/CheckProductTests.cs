using static Aot.CodeFixes.Tests.FixTest;

namespace Aot.CodeFixes.Tests;

public sealed class CheckProductTests
{
    [Fact]
    public Task The_product_is_checked() => MendsAsync<CheckProduct>(Workflow("return 1 + n * n;"), Workflow("return 1 + checked(n * n);"));

    [Fact]
    public Task All_products_are_checked_at_once() => MendsAllAsync<CheckProduct>(
        Workflow("var area = n * n;\nreturn area - n * area;"), Workflow("var area = checked(n * n);\nreturn area - checked(n * area);"));
}
