namespace Aot.Local.Lambda;

/// <summary>The environment variables of a function's process: Lambda's own, then the function's.</summary>
/// <remarks>Source: Lambda developer guide, "Defined runtime environment variables".</remarks>
internal static class SandboxEnvironment
{
    /// <summary>Any key pair signs a request: the emulator reads the service's name from the signature and does not check it.</summary>
    public const string AccessKeyId = "local", SecretAccessKey = "local";

    public static Dictionary<string, string> For(FunctionDefinition function, SandboxHost host, string runtimeApi, string temporaryFolder)
    {
        var taskRoot = Path.GetDirectoryName(function.Executable)!;
        var day = host.Time.GetUtcNow().ToString("yyyy/MM/dd", System.Globalization.CultureInfo.InvariantCulture);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_ACCESS_KEY_ID"] = AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = "local",
            ["AWS_DEFAULT_REGION"] = host.Region,
            ["AWS_REGION"] = host.Region,
            ["AWS_ENDPOINT_URL"] = host.Endpoint,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySizeMb.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + function.Name,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = $"{day}/[$LATEST]{Guid.NewGuid():N}",
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["LAMBDA_RUNTIME_DIR"] = taskRoot,
            ["LAMBDA_TASK_ROOT"] = taskRoot,
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            // The machine's own tools stand in for those of the CI job image.
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
            // In Lambda every sandbox has a /tmp of its own.
            ["TMPDIR"] = temporaryFolder,
        };
        foreach (var (name, value) in function.Environment) variables[name] = value;
        return variables;
    }
}
