using System.Xml.Linq;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>EC2's dialect of the Query protocol: flat lists with singular names in, camelCase sets out.</summary>
internal static class Ec2Query
{
    // Members whose list has another name on the wire than in the SDKs and does not follow the plural rule.
    private static readonly Dictionary<string, string> ListNames = new(StringComparer.Ordinal)
    {
        ["CreateTags.ResourceId"] = "Resources",
        ["DeleteTags.ResourceId"] = "Resources",
        ["DescribeLaunchTemplateVersions.LaunchTemplateVersion"] = "Versions",
    };

    // Output members by SDK name; a member not listed is written in camelCase.
    private static readonly Dictionary<string, string> OutputNames = new(StringComparer.Ordinal)
    {
        ["Instances"] = "instancesSet",
        ["StartingInstances"] = "instancesSet",
        ["StoppingInstances"] = "instancesSet",
        ["TerminatingInstances"] = "instancesSet",
        ["Reservations"] = "reservationSet",
        ["SecurityGroups"] = "groupSet",
        ["Groups"] = "groupSet",
        ["Tags"] = "tagSet",
        ["State"] = "instanceState",
        ["StateTransitionReason"] = "reason",
        ["PublicDnsName"] = "dnsName",
        ["PublicIpAddress"] = "ipAddress",
        ["LaunchTemplateVersions"] = "launchTemplateVersionSet",
        ["InstanceStatuses"] = "instanceStatusSet",
        ["SecurityGroupIds"] = "securityGroupIdSet",
        ["TagSpecifications"] = "tagSpecificationSet",
    };

    public static async Task HandleAsync(HttpContext context, IAwsService service)
    {
        XNamespace names = service.Wire.XmlNamespace;
        try
        {
            var (action, request) = await AwsQuery.ReadAsync(context, InputName);
            var result = await service.CallAsync(action, request, context.RequestAborted);
            await AwsQuery.WriteAsync(context, 200, new XElement(
                names + $"{action}Response", new XElement(names + "requestId", RequestId.New()), Members(names, result)));
        }
        catch (ServiceException refusal)
        {
            await WriteErrorAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; nobody reads an answer.
        }
        catch (Exception broken) when (broken is not BadHttpRequestException)
        {
            await WriteErrorAsync(context, new ServiceException("InternalFailure", $"{service.Name} failed inside the emulator: {broken}", 500));
        }
    }

    // InstanceId.1 ──▶ InstanceIds, Filter.1.Value.1 ──▶ Filters[].Values
    private static string InputName(string action, string name) =>
        ListNames.TryGetValue($"{action}.{name}", out var special) ? special : name.EndsWith('s') ? name : name + "s";

    private static Task WriteErrorAsync(HttpContext context, ServiceException refusal) =>
        AwsQuery.WriteAsync(context, refusal.Status, new XElement(
            "Response",
            new XElement("Errors", new XElement("Error", new XElement("Code", refusal.Code), new XElement("Message", refusal.Message))),
            new XElement("RequestID", RequestId.New())));

    private static IEnumerable<object> Members(XNamespace names, Value value) => value switch
    {
        ObjectValue body => body.Select(member => new XElement(names + OutputName(member.Key), Members(names, member.Value))),
        ArrayValue list => list.Select(item => new XElement(names + "item", Members(names, item))),
        NullValue => [],
        _ => [new XText(AwsQuery.TextOf(value))],
    };

    private static string OutputName(string name) =>
        OutputNames.TryGetValue(name, out var special) ? special : char.ToLowerInvariant(name[0]) + name[1..];
}
