namespace Aot.Generators.Asl;

/// <summary>Numbers that Step Functions enforces.</summary>
internal static class Limits
{
    /// <summary>Source: Step Functions quotas, "State machine name"; CloudFormation cuts longer generated names.</summary>
    public const int MaxMachineNameLength = 80;

    /// <summary>Source: Step Functions developer guide, "Tagging".</summary>
    public const int MaxTagKeyLength = 128, MaxTagValueLength = 256;

    /// <summary>Source: States Language, "State names".</summary>
    public const int MaxStateNameLength = 80;

    /// <summary>Source: Step Functions developer guide, "Passing data between states with variables".</summary>
    public const int MaxVariableNameLength = 80;

    /// <summary>Source: States Language, "TimeoutSeconds" and "Wait State".</summary>
    public const int MaxTimeoutSeconds = 99_999_999;

    /// <summary>Source: Step Functions quotas, "Maximum execution time" of Express workflows.</summary>
    public const int MaxExpressSeconds = 300;

    /// <summary>Source: States Language, "Retrying after error".</summary>
    public const int MaxRetryDelaySeconds = 31_622_400;

    /// <summary>Source: Step Functions quotas, "Maximum execution history size".</summary>
    public const long MaxHistoryEvents = 25_000;

    /// <summary>Source: Step Functions quotas, "Maximum request size".</summary>
    public const int MaxDefinitionBytes = 1_048_576;
}
