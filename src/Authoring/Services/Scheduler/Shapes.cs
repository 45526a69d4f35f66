#pragma warning disable CS1591 // The members are the service's own; the record's summary names the page that explains them.
namespace Aot.Authoring.Services.Scheduler;

/// <summary>Source: EventBridge Scheduler API reference, CreateSchedule. <c>ScheduleExpression</c> is <c>at(2026-05-01T08:00:00)</c>, <c>rate(…)</c> or <c>cron(…)</c>.</summary>
[AwsShape]
public sealed record CreateScheduleRequest(
    [ValueRange(1, 64)] string Name,
    [ValueRange(1, 256)] string ScheduleExpression,
    FlexibleTimeWindow FlexibleTimeWindow,
    ScheduleTarget Target,
    [ValueRange(1, 64)] string? GroupName = null,
    string? ScheduleExpressionTimezone = null,
    string? ActionAfterCompletion = null,
    string? State = null,
    [ValueRange(1, 64)] string? ClientToken = null);

/// <summary>Source: EventBridge Scheduler API reference, UpdateSchedule.</summary>
[AwsShape]
public sealed record UpdateScheduleRequest(
    [ValueRange(1, 64)] string Name,
    [ValueRange(1, 256)] string ScheduleExpression,
    FlexibleTimeWindow FlexibleTimeWindow,
    ScheduleTarget Target,
    [ValueRange(1, 64)] string? GroupName = null,
    string? ScheduleExpressionTimezone = null,
    string? ActionAfterCompletion = null,
    string? State = null,
    [ValueRange(1, 64)] string? ClientToken = null);

/// <summary><c>Mode</c> is OFF, or FLEXIBLE with a maximum. Source: EventBridge Scheduler API reference, FlexibleTimeWindow.</summary>
[AwsShape]
public sealed record FlexibleTimeWindow(string Mode, [ValueRange(1, 1440)] int? MaximumWindowInMinutes = null);

/// <summary>What is called: <c>Arn</c> is that of a handle (<c>Queues.Jobs.Arn</c>), <c>Input</c> is written as JSON text. Source: EventBridge Scheduler API reference, Target.</summary>
[AwsShape]
public sealed record ScheduleTarget(string Arn, Role RoleArn, [property: JsonText] object? Input = null);

/// <summary>Source: EventBridge Scheduler API reference, CreateSchedule.</summary>
[AwsShape]
public sealed record CreateScheduleResponse(string ScheduleArn);

/// <summary>Source: EventBridge Scheduler API reference, UpdateSchedule.</summary>
[AwsShape]
public sealed record UpdateScheduleResponse(string ScheduleArn);

/// <summary>Source: EventBridge Scheduler API reference, DeleteSchedule.</summary>
[AwsShape]
public sealed record DeleteScheduleRequest([ValueRange(1, 64)] string Name, [ValueRange(1, 64)] string? GroupName = null);

/// <summary>Source: EventBridge Scheduler API reference, GetSchedule.</summary>
[AwsShape]
public sealed record GetScheduleRequest([ValueRange(1, 64)] string Name, [ValueRange(1, 64)] string? GroupName = null);

/// <summary>Source: EventBridge Scheduler API reference, GetSchedule.</summary>
[AwsShape]
public sealed record GetScheduleResponse(string Name, string ScheduleExpression, string State, string? GroupName = null);
