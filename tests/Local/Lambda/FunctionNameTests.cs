using Aot.Local.Lambda;

namespace Aot.Local.Tests.Lambda;

public sealed class FunctionNameTests
{
    [Theory]
    [InlineData("Greet", true)]
    [InlineData("Greet:$LATEST", true)]
    [InlineData("Greet:7", false)]
    [InlineData("Greet:live", false)]
    [InlineData("000000000000:function:Greet", true)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:Greet", true)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:Greet:$LATEST", true)]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:Greet:live", false)]
    public void A_function_is_found_by_every_form_of_its_name_but_no_unpublished_version(string nameOrArn, bool isLatest)
        => Assert.Equal(("Greet", isLatest), (FunctionName.Of(nameOrArn), FunctionName.IsLatest(nameOrArn)));
}
