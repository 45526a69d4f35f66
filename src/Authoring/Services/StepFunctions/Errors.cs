namespace Aot.Authoring.Services.StepFunctions;

/// <summary>An execution of this name ran within 90 days, with another input or to its end.</summary>
/// <param name="message">What Step Functions said.</param>
[ErrorName("StepFunctions.ExecutionAlreadyExistsException", "Sfn.ExecutionAlreadyExistsException")]
public sealed class ExecutionAlreadyExistsException(string message) : Exception(message);

/// <summary>The execution does not exist, or ended more than 90 days ago.</summary>
/// <param name="message">What Step Functions said.</param>
[ErrorName("Sfn.ExecutionDoesNotExistException")]
public sealed class ExecutionDoesNotExistException(string message) : Exception(message);

/// <summary>A text that is no task token.</summary>
/// <param name="message">What Step Functions said.</param>
[ErrorName("Sfn.InvalidTokenException")]
public sealed class InvalidTokenException(string message) : Exception(message);

/// <summary>Nobody waits for the task token any more: its task ended, or its time is over.</summary>
/// <param name="message">What Step Functions said.</param>
[ErrorName("Sfn.TaskTimedOutException")]
public sealed class TaskTimedOutException(string message) : Exception(message);
