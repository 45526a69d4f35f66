using Aot.Local.Json;

namespace Aot.Local.Demo;

/// <summary>A Job Hook as GitLab posts it.</summary>
/// <remarks>Source: GitLab documentation, "Webhook events", job events. Its own names: <c>build_</c> for jobs, and <c>commit.id</c> is the pipeline's.</remarks>
internal static class JobHook
{
    public static ObjectValue Of(long jobId, string name, string stage, string status, string repositoryUrl, string sha, DateTimeOffset now)
    {
        var created = now.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
        return new ObjectValue
        {
            ["object_kind"] = "build",
            ["ref"] = "main",
            ["tag"] = false,
            ["before_sha"] = new string('0', 40),
            ["sha"] = sha,
            ["retries_count"] = 0,
            ["build_id"] = new NumberValue(jobId),
            ["build_name"] = name,
            ["build_stage"] = stage,
            ["build_status"] = status,
            ["build_created_at"] = created,
            ["build_started_at"] = status == "pending" ? NullValue.Instance : created,
            ["build_finished_at"] = status == "pending" ? NullValue.Instance : created,
            ["build_queued_duration"] = 0.42,
            ["build_allow_failure"] = false,
            ["build_failure_reason"] = "unknown_failure",
            ["pipeline_id"] = 9001,
            ["runner"] = NullValue.Instance,
            ["project_id"] = 380,
            ["project_name"] = "demo / pages",
            ["user"] = new ObjectValue { ["id"] = 3, ["name"] = "Demo", ["username"] = "demo", ["email"] = "demo@example.com" },
            ["commit"] = new ObjectValue { ["id"] = 9001, ["sha"] = sha, ["message"] = "Build three pages", ["author_name"] = "demo", ["status"] = "running" },
            ["repository"] = new ObjectValue
            {
                ["name"] = "pages",
                ["git_http_url"] = repositoryUrl,
                ["git_ssh_url"] = "git@gitlab.example.com:demo/pages.git",
                ["homepage"] = "https://gitlab.example.com/demo/pages",
                ["visibility_level"] = 0,
            },
            ["environment"] = NullValue.Instance,
        };
    }
}
