using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.Ssm;

namespace Aot.Local.Tests.Services.Ssm;

public class SsmServiceTests
{
    private readonly SsmService _ssm = new(new LocalAws(), new FakeClock());

    [Fact]
    public async Task A_parameter_keeps_its_versions()
    {
        await PutAsync("/app/url", "one");
        await _ssm.CallAsync("PutParameter", """{"Name":"/app/url","Value":"two","Overwrite":true}""");

        Assert.Equal("two", (await _ssm.CallAsync("GetParameter", """{"Name":"/app/url"}""")).TextAt("Parameter.Value"));
        Assert.Equal("one", (await _ssm.CallAsync("GetParameter", """{"Name":"/app/url:1"}""")).TextAt("Parameter.Value"));
        Assert.Equal("two", (await _ssm.CallAsync("GetParameter", """{"Name":"arn:aws:ssm:us-east-1:000000000000:parameter/app/url"}""")).TextAt("Parameter.Value"));
    }

    [Fact]
    public async Task A_secret_shows_only_with_decryption()
    {
        await PutAsync("/app/token", "hush", "SecureString");

        Assert.NotEqual("hush", (await _ssm.CallAsync("GetParameter", """{"Name":"/app/token"}""")).TextAt("Parameter.Value"));
        Assert.Equal("hush", (await _ssm.CallAsync("GetParameter", """{"Name":"/app/token","WithDecryption":true}""")).TextAt("Parameter.Value"));
    }

    [Theory]
    [InlineData("""{"Path":"/app"}""", "/app/a /app/b")]
    [InlineData("""{"Path":"/app/","Recursive":true}""", "/app/a /app/b /app/deep/c")]
    [InlineData("""{"Path":"/none"}""", "")]
    public async Task A_path_holds_the_parameters_below_it(string request, string expected)
    {
        foreach (var name in new[] { "/app/b", "/app/a", "/app/deep/c", "/apple" })
            await PutAsync(name, "v");

        var found = await _ssm.CallAsync("GetParametersByPath", request);

        Assert.Equal(expected, string.Join(' ', ((ArrayValue)found.At("Parameters")!).Select(parameter => parameter.TextAt("Name"))));
    }

    [Theory]
    [InlineData("GetParameter", """{"Name":"/none"}""", "ParameterNotFound")]
    [InlineData("GetParameter", """{"Name":"/app/url:9"}""", "ParameterVersionNotFound")]
    [InlineData("GetParameter", "{}", "ValidationException")]
    [InlineData("DeleteParameter", """{"Name":"/none"}""", "ParameterNotFound")]
    [InlineData("PutParameter", """{"Name":"/app/url","Value":"x","Type":"String"}""", "ParameterAlreadyExists")]
    [InlineData("PutParameter", """{"Name":"no/slash","Value":"x","Type":"String"}""", "ValidationException")]
    [InlineData("PutParameter", """{"Name":"/x","Value":"x","Type":"Blob"}""", "ValidationException")]
    [InlineData("PutParameter", """{"Name":"/x","Value":"x"}""", "ValidationException")]
    [InlineData("PutParameter", """{"Name":"/x","Value":"","Type":"String"}""", "ValidationException")]
    public async Task A_bad_request_is_refused(string operation, string request, string code)
    {
        await PutAsync("/app/url", "one");

        Assert.Equal(code, (await _ssm.RefusedAsync(operation, request)).Code);
    }

    private Task PutAsync(string name, string value, string type = "String") =>
        _ssm.CallAsync("PutParameter", $$"""{"Name":"{{name}}","Value":"{{value}}","Type":"{{type}}"}""");
}
