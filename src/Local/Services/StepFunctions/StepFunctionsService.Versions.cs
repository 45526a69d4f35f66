using System.Globalization;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

internal sealed partial class StepFunctionsService
{
    private const int MaxDescriptionLength = 256; // API reference, VersionDescription and AliasDescription

    private Value PublishStateMachineVersion(ServiceRequest request)
    {
        var description = request.Limited("description", MaxDescriptionLength);
        var arn = request.RequiredText("stateMachineArn");
        lock (_machines.Gate)
        {
            var stored = Stored(arn);
            const string Initial = "INITIAL"; // the revision before the first update
            var current = stored.Machine.RevisionId ?? Initial;
            if (request.Text("revisionId") is { } asked && asked != current)
                throw new ServiceException(
                    "ConflictException",
                    $"Failed to publish the State Machine version for revision {asked}. The current State Machine revision is {current}.");
            var version = Publish(stored, description);
            return Shape.Of(("creationDate", version.CreationDate), ("stateMachineVersionArn", version.Arn));
        }
    }

    private Value ListStateMachineVersions(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineArn");
        RequireArn(arn, "stateMachine");
        List<MachineVersion> versions;
        lock (_machines.Gate) versions = [.. _machines.Find(arn)?.Versions ?? []];
        versions.Reverse();
        var (page, next) = Paging.Cut(versions, request);
        return Shape.Of(
            ("stateMachineVersions", Shape.List(page.Select(version => Shape.Of(
                ("stateMachineVersionArn", version.Arn), ("creationDate", version.CreationDate))))),
            ("nextToken", next));
    }

    // Deleting what is not there succeeds.
    private Value DeleteStateMachineVersion(ServiceRequest request)
    {
        var arn = request.RequiredText("stateMachineVersionArn");
        RequireArn(arn, "stateMachine");
        if (!IsVersion(arn)) throw RequestErrors.Validation($"The ARN of a state machine version ends with its number. Received: {arn}");
        lock (_machines.Gate)
        {
            if (!_machines.TryFindQualified(arn, out var stored, out _)) return Shape.Empty;
            var aliases = stored.AliasesOf(arn).ToList();
            if (aliases.Count > 0)
                throw new ServiceException(
                    "ConflictException",
                    $"Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{string.Join(", ", aliases)}]");
            stored.Versions.RemoveAll(version => version.Arn == arn);
        }
        return Shape.Empty;
    }

    /// <summary>The version of the current revision; published now unless it was before.</summary>
    private MachineVersion Publish(StoredMachine stored, string? description)
    {
        const int MaxVersions = 1000; // API reference, PublishStateMachineVersion
        const int PaymentRequired = 402; // the status of ServiceQuotaExceededException
        if (stored.Versions.Find(version => version.Machine.RevisionId == stored.Machine.RevisionId) is { } known) return known;
        if (stored.Versions.Count >= MaxVersions)
            throw new ServiceException("ServiceQuotaExceededException", $"A state machine has at most {MaxVersions} versions. Delete those that are not used.", PaymentRequired);
        var number = ++stored.LastVersion;
        var arn = string.Create(CultureInfo.InvariantCulture, $"{stored.Machine.Arn}:{number}");
        var published = new MachineVersion(number, arn, stored.Machine, _time.GetUtcNow(), description);
        stored.Versions.Add(published);
        return published;
    }

    private static bool IsVersion(string arn)
    {
        var parts = arn.Split(':');
        const int UnqualifiedParts = 7; // arn:aws:states:region:account:stateMachine:name
        return parts.Length == UnqualifiedParts + 1 && parts[^1].Length > 0 && parts[^1].All(char.IsAsciiDigit);
    }
}
