using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private Value CreateActivity(ServiceRequest request)
    {
        var name = request.RequiredLimited("name", MaxNameLength);
        RequireName(name);
        var encryption = MachineConfiguration.ReadEncryption(request) ?? MachineConfiguration.AwsOwnedKey();
        var tags = ReadTags(request);
        var asked = new Activity(_aws.Arn("states", $"activity:{name}"), name, _time.GetUtcNow(), encryption);
        var activity = _activities.GetOrAdd(asked);
        if (!activity.Encryption.Equals(encryption))
            throw new ServiceException("ActivityAlreadyExists", $"Activity Already Exists: '{activity.Arn}'. Its encryption cannot be changed.");
        if (activity == asked)
        {
            lock (_machines.Gate) SetTags(activity.Arn, tags);
        }
        return Shape.Of(("activityArn", activity.Arn), ("creationDate", activity.CreationDate));
    }

    private Value DescribeActivity(ServiceRequest request)
    {
        var activity = FindActivity(request);
        return Shape.Of(
            ("activityArn", activity.Arn), ("name", activity.Name), ("creationDate", activity.CreationDate), ("encryptionConfiguration", activity.Encryption));
    }

    private Value ListActivities(ServiceRequest request)
    {
        var (page, next) = Paging.Cut(_activities.All, request);
        return Shape.Of(
            ("activities", Shape.List(page.Select(activity => Shape.Of(
                ("activityArn", activity.Arn), ("name", activity.Name), ("creationDate", activity.CreationDate))))),
            ("nextToken", next));
    }

    // Deleting what is not there succeeds.
    private Value DeleteActivity(ServiceRequest request)
    {
        var arn = request.RequiredText("activityArn");
        RequireArn(arn, "activity");
        _activities.Remove(arn);
        lock (_machines.Gate) _tags.Remove(arn);
        return Shape.Empty;
    }

    private async ValueTask<Value> GetActivityTaskAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        var activity = FindActivity(request);
        var worker = request.Limited("workerName", MaxNameLength);
        return await _activities.TakeAsync(activity, worker, cancellationToken) is { } call
            ? Shape.Of(("taskToken", call.TaskToken), ("input", call.Arguments.ToJson()))
            : Shape.Empty;
    }

    private Activity FindActivity(ServiceRequest request)
    {
        var arn = request.RequiredText("activityArn");
        RequireArn(arn, "activity");
        return _activities.Find(arn) ?? throw new ServiceException("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");
    }
}
