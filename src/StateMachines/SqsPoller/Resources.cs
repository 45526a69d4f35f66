using Aot.Authoring;

namespace Aot.StateMachines.SqsPoller;

/// <summary>What the poller stands on; the logical ids are those of <c>template.yaml</c>.</summary>
public static class Resources
{
    /// <summary>The work.</summary>
    public static readonly Queue Jobs = new("JobQueue");

    /// <summary>Messages that can never be processed, each with the reason.</summary>
    public static readonly Queue Rejected = new("RejectedQueue");

    /// <summary>One row per worker; it is alive while <c>seenAt</c> is fresh.</summary>
    public static readonly Table Heartbeats = new("HeartbeatTable");
}
