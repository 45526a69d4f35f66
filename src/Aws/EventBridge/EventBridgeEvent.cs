using System.Text;

namespace Aot.Aws.EventBridge;

/// <summary>One event for a bus.</summary>
/// <param name="Source">Who sends it; must not begin with <c>aws.</c></param>
/// <param name="DetailType">What happened.</param>
/// <param name="Detail">JSON object with the particulars.</param>
/// <param name="EventBusName">Name or ARN of the bus; the account's default bus when null.</param>
/// <param name="Time">When it happened; when EventBridge got it when null.</param>
/// <param name="Resources">ARNs of the resources it is about.</param>
/// <remarks>Source: EventBridge API reference, PutEventsRequestEntry.</remarks>
public sealed record EventBridgeEvent(
    string Source,
    string DetailType,
    string Detail,
    string? EventBusName = null,
    DateTimeOffset? Time = null,
    IReadOnlyList<string>? Resources = null)
{
    /// <summary>The size EventBridge counts.</summary>
    /// <remarks>Source: EventBridge user guide, "Calculating PutEvents event entry size".</remarks>
    internal int SizeBytes
    {
        get
        {
            var size = (Time is null ? 0 : 14) + Encoding.UTF8.GetByteCount(Source) + Encoding.UTF8.GetByteCount(DetailType) + Encoding.UTF8.GetByteCount(Detail);
            if (Resources is not null)
            {
                foreach (var resource in Resources)
                    size += Encoding.UTF8.GetByteCount(resource);
            }

            return size;
        }
    }
}
