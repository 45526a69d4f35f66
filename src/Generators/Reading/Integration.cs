using System.Text.RegularExpressions;

namespace Aot.Generators.Reading;

/// <summary>The <c>Resource</c> of a service task, taken apart.</summary>
/// <param name="Service">As the ARN spells it: <c>sqs</c>, <c>states</c>, <c>sfn</c>.</param>
/// <param name="Action">As the ARN spells it: <c>receiveMessage</c>.</param>
/// <param name="Waits">What it waits for: <c>.sync</c>, <c>.sync:2</c>, <c>.waitForTaskToken</c>, or nothing.</param>
/// <param name="IsSdk">True for <c>aws-sdk:</c>, which spells arguments and results after the Java SDK.</param>
internal sealed record Integration(string Service, string Action, string Waits, bool IsSdk)
{
    public const string CallbackSuffix = ".waitForTaskToken";

    private static readonly Regex _form = new(
        @"^arn:aws(-[a-z]+)*:states:::(?<sdk>aws-sdk:)?(?<service>[a-z0-9-]+):(?<action>[A-Za-z0-9]+)(?<waits>\.sync(:[0-9])?|\.waitForTaskToken)?$",
        RegexOptions.CultureInvariant);

    public bool IsCallback => Waits == CallbackSuffix;

    /// <summary>The IAM action that has the operation's name: <c>sqs:ReceiveMessage</c>.</summary>
    public string IamAction => this is { Service: "lambda", Action: "invoke" }
        ? "lambda:InvokeFunction"
        : $"{KnownIntegrations.IamService(this)}:{char.ToUpperInvariant(Action[0])}{Action.Substring(1)}";

    /// <summary>Null where the text is no ARN of an integration.</summary>
    public static Integration? Parse(string resource)
    {
        var match = _form.Match(resource);
        return match.Success
            ? new Integration(match.Groups["service"].Value, match.Groups["action"].Value, match.Groups["waits"].Value, match.Groups["sdk"].Success)
            : null;
    }
}
