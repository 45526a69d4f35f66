using Aot.Local.HttpApi;

namespace Aot.Local.Tests.HttpApi;

public sealed class RouteTableTests
{
    [Theory]
    [InlineData("POST", "/jobs", "POST /jobs")]
    [InlineData("GET", "/jobs", "ANY /jobs")]
    [InlineData("GET", "/jobs/7", "GET /jobs/{id}")]
    [InlineData("GET", "/jobs/special", "GET /jobs/special")]
    [InlineData("GET", "/files/a/b", "GET /files/{path+}")]
    [InlineData("DELETE", "/elsewhere", "$default")]
    public void The_most_specific_route_wins(string method, string path, string route) => Assert.Equal(route, Table().Find(method, path)!.Value.Route.Key);

    [Fact]
    public void Path_variables_are_decoded() => Assert.Equal("a b", Table().Find("GET", "/jobs/a%20b")!.Value.PathParameters["id"]);

    [Fact]
    public void A_greedy_variable_takes_the_rest() => Assert.Equal("a/b", Table().Find("GET", "/files/a/b")!.Value.PathParameters["path"]);

    [Fact]
    public void Without_a_default_route_an_unknown_path_matches_nothing() => Assert.Null(new RouteTable([Route("GET", "/jobs")]).Find("GET", "/job"));

    private static RouteTable Table() => new(
    [
        Route("ANY", "$default"), Route("GET", "/files/{path+}"), Route("GET", "/jobs/{id}"), Route("GET", "/jobs/special"), Route("ANY", "/jobs"), Route("POST", "/jobs"),
    ]);

    private static HttpRoute Route(string method, string path) => new("api", method, path, new Integration.Lambda("arn"), null);
}
