namespace Aot.Local.Asl.Model;

/// <summary>One finding about a definition, in the terms of ValidateStateMachineDefinition.</summary>
/// <param name="Severity">Errors refuse the definition; warnings are told and the machine runs.</param>
/// <param name="Code">The service's code: <c>SCHEMA_VALIDATION_FAILED</c>, <c>MISSING_TRANSITION_TARGET</c> …</param>
/// <param name="Message">What is wrong; the service's sentence where it is known.</param>
/// <param name="Location">Path in the definition: <c>/States/Fetch/Next</c>; null when the text is not JSON.</param>
internal sealed record Diagnostic(DiagnosticSeverity Severity, string Code, string Message, string? Location)
{
    /// <summary>What to write instead, in our words; the message is the service's.</summary>
    public string? Hint { get; init; }

    /// <summary>As the service lists it in a refusal.</summary>
    public override string ToString() => $"{Code}: {Message} at {Location ?? "null"}";
}

internal enum DiagnosticSeverity
{
    Error,
    Warning,
}

/// <summary>The service's diagnostic codes.</summary>
internal static class DiagnosticCodes
{
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";
    public const string Schema = "SCHEMA_VALIDATION_FAILED";
    public const string Target = "MISSING_TRANSITION_TARGET";
    public const string DuplicateState = "DUPLICATE_STATE_NAME";
    public const string NoEnd = "MISSING_END_STATE";
    public const string Expression = "INVALID_JSONATA_EXPRESSION";
    public const string Unsupported = "UNSUPPORTED_JSONATA_EXPRESSION";
    public const string DuplicateVariable = "DUPLICATE_VARIABLE_NAME";
    public const string UnknownVariable = "POSSIBLY_UNDEFINED_VARIABLE";
    public const string NoDollar = "NO_DOLLAR";
    public const string StaticResult = "PASS_RESULT_IS_STATIC";
    public const string UnreachableCatch = "UNREACHABLE_ERROR_HANDLER";
    public const string Timeout = "INEFFECTIVE_TIMEOUT";
}
