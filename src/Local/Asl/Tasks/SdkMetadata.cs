using Aot.Local.Json;

namespace Aot.Local.Asl.Tasks;

/// <summary>What optimized integrations add to a service's answer.</summary>
internal static class SdkMetadata
{
    public static void AddTo(ObjectValue result, string requestId)
    {
        result["SdkHttpMetadata"] = new ObjectValue
        {
            ["AllHttpHeaders"] = new ObjectValue { ["x-amzn-RequestId"] = new ArrayValue([requestId]) },
            ["HttpHeaders"] = new ObjectValue { ["x-amzn-RequestId"] = requestId },
            ["HttpStatusCode"] = 200,
        };
        result["SdkResponseMetadata"] = new ObjectValue { ["RequestId"] = requestId };
    }
}
