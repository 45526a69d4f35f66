using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Running;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;
using Aot.Local.Services;

namespace Aot.Local.Asl.Items;

/// <summary>Forms the results of a distributed Map: as the state's output, or as files in S3 with a manifest.</summary>
/// <remarks>Source: Step Functions developer guide, "ResultWriter (Map)".</remarks>
internal sealed class ResultFiles(IObjectStore? store)
{
    private static readonly TaskResource PutObject = new("arn:aws:states:::s3:putObject", TaskKind.Optimized, "s3", "putObject", IntegrationPattern.RequestResponse);

    /// <summary>The results as the state's output.</summary>
    public static Value Output(MapRun run)
    {
        var writer = run.State.Distributed!.Writer;
        var results = Results(run.Children, writer?.Transformation ?? "COMPACT");
        return writer?.IsLines == true ? Lines(results) : results;
    }

    /// <summary>Writes SUCCEEDED_0.json, FAILED_0.json, PENDING_0.json, each if there is something for it, and manifest.json.</summary>
    /// <returns>What the state passes on.</returns>
    /// <exception cref="StateFailure">States.ResultWriterFailed.</exception>
    public ObjectValue Write(MapRun run, ResultDestination destination)
    {
        if (store is null) throw Failed("There is no local S3 to write the results to.");
        var writer = run.State.Distributed!.Writer!;
        var folder = $"{(destination.Prefix.Length == 0 ? "" : destination.Prefix.TrimEnd('/') + "/")}{run.Arn[(run.Arn.LastIndexOf(':') + 1)..]}";
        var files = new ObjectValue();
        try
        {
            foreach (var (name, children) in Groups(run))
            {
                var listed = new ArrayValue();
                files[name] = listed;
                if (children.Length == 0) continue;
                var results = Results(children, name == "SUCCEEDED" ? writer.Transformation ?? "NONE" : "NONE");
                var key = $"{folder}/{name}_0.{(writer.IsLines ? "jsonl" : "json")}";
                var content = writer.IsLines ? Encoding.UTF8.GetBytes(Lines(results)) : results.ToUtf8Json();
                store.Write(destination.Bucket, key, content, "application/json");
                listed.Add(new ObjectValue { ["Key"] = key, ["Size"] = content.Length });
            }
            var manifest = new ObjectValue { ["DestinationBucket"] = destination.Bucket, ["MapRunArn"] = run.Arn, ["ResultFiles"] = files };
            store.Write(destination.Bucket, folder + "/manifest.json", manifest.ToUtf8Json(), "application/json");
        }
        catch (ServiceException refusal)
        {
            throw Failed(ErrorSpelling.Of(PutObject, refusal, requestId: "local").Cause!);
        }
        return new ObjectValue
        {
            ["MapRunArn"] = run.Arn,
            ["ResultWriterDetails"] = new ObjectValue { ["Bucket"] = destination.Bucket, ["Key"] = folder + "/manifest.json" },
        };
    }

    private static IEnumerable<(string Name, Execution[] Children)> Groups(MapRun run) =>
    [
        ("FAILED", [.. run.Children.Where(child => child.Status is ExecutionStatus.Failed or ExecutionStatus.TimedOut)]),
        ("PENDING", [.. run.Children.Where(child => child.Status is ExecutionStatus.Aborted or ExecutionStatus.Running)]),
        ("SUCCEEDED", [.. run.Children.Where(child => child.Status == ExecutionStatus.Succeeded)]),
    ];

    // What did not succeed is told whole, whatever the transformation.
    private static ArrayValue Results(IEnumerable<Execution> children, string transformation)
    {
        var results = new ArrayValue();
        foreach (var child in children)
        {
            if (transformation == "NONE" || child.Output is not { } output) results.Add(Described(child));
            else if (transformation == "FLATTEN" && output is ArrayValue array) results.AddRange(array.Items);
            else results.Add(output);
        }
        return results;
    }

    private static ObjectValue Described(Execution child)
    {
        var (status, identity) = (child.Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : child.Status.ToString().ToUpperInvariant(), child.Identity);
        var told = new ObjectValue();
        Tell("Cause", child.Cause);
        Tell("Error", child.Error);
        Tell("ExecutionArn", identity.Arn);
        Tell("Input", child.Input.ToJson());
        told["InputDetails"] = new ObjectValue { ["Included"] = true };
        Tell("Name", identity.Name);
        Tell("Output", child.Output?.ToJson());
        if (child.Output is not null) told["OutputDetails"] = new ObjectValue { ["Included"] = true };
        told["RedriveCount"] = 0;
        told["RedriveStatus"] = "NOT_REDRIVABLE";
        Tell("RedriveStatusReason", $"Execution is {status} and cannot be redriven");
        Tell("StartDate", Timestamps.ToText(child.StartTime));
        Tell("StateMachineArn", identity.MachineArn);
        Tell("Status", status);
        Tell("StopDate", child.StopTime is { } stop ? Timestamps.ToText(stop) : null);
        return told;

        void Tell(string name, string? text)
        {
            if (text is not null) told[name] = text;
        }
    }

    private static string Lines(ArrayValue results) => string.Concat(results.Select(result => result.ToJson() + "\n"));

    private static StateFailure Failed(string cause) => new(ErrorNames.ResultWriterFailed, cause);
}
