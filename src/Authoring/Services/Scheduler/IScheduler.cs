namespace Aot.Authoring.Services.Scheduler;

/// <summary>Amazon EventBridge Scheduler as Step Functions tasks.</summary>
public interface IScheduler
{
    /// <summary>Creates a schedule.</summary>
    /// <exception cref="ScheduleConflictException">There is one of this name in the group.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:scheduler:createSchedule")]
    [TaskPermission("scheduler:CreateSchedule", "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/{GroupName|default}/{Name}")]
    [TaskPermission("iam:PassRole", "{Target.RoleArn}")]
    [TaskCondition("iam:PassRole", "StringEquals", "iam:PassedToService", "scheduler.amazonaws.com")]
    Task<CreateScheduleResponse> CreateScheduleAsync(CreateScheduleRequest request);

    /// <summary>Replaces a schedule as a whole: what the request leaves out gets its default.</summary>
    /// <exception cref="ScheduleNotFoundException">There is none of this name in the group.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:scheduler:updateSchedule")]
    [TaskPermission("scheduler:UpdateSchedule", "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/{GroupName|default}/{Name}")]
    [TaskPermission("iam:PassRole", "{Target.RoleArn}")]
    [TaskCondition("iam:PassRole", "StringEquals", "iam:PassedToService", "scheduler.amazonaws.com")]
    Task<UpdateScheduleResponse> UpdateScheduleAsync(UpdateScheduleRequest request);

    /// <summary>Deletes a schedule.</summary>
    /// <exception cref="ScheduleNotFoundException">There is none of this name in the group.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:scheduler:deleteSchedule")]
    [TaskPermission("scheduler:DeleteSchedule", "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/{GroupName|default}/{Name}")]
    Task DeleteScheduleAsync(DeleteScheduleRequest request);

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="ScheduleNotFoundException">There is none of this name in the group.</exception>
    [ServiceIntegration("arn:aws:states:::aws-sdk:scheduler:getSchedule")]
    [TaskPermission("scheduler:GetSchedule", "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/{GroupName|default}/{Name}")]
    Task<GetScheduleResponse> GetScheduleAsync(GetScheduleRequest request);
}

/// <summary>There is a schedule of this name in the group, or it is being changed.</summary>
/// <param name="message">What the scheduler said.</param>
[ErrorName("Scheduler.ConflictException")]
public sealed class ScheduleConflictException(string message) : Exception(message);

/// <summary>There is no schedule of this name in the group.</summary>
/// <param name="message">What the scheduler said.</param>
[ErrorName("Scheduler.ResourceNotFoundException")]
public sealed class ScheduleNotFoundException(string message) : Exception(message);

/// <summary>The scheduler refused an argument.</summary>
/// <param name="message">What the scheduler said.</param>
[ErrorName("Scheduler.ValidationException", "Scheduler.SchedulerException")]
public sealed class SchedulerException(string message) : Exception(message);
