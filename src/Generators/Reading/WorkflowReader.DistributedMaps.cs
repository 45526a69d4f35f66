using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// Flow.DistributedMapAsync: a Map whose iterations are executions of their own.
internal sealed partial class WorkflowReader
{
    // Source: Step Functions developer guide, "Map state in Distributed mode".
    private const int MaxDistributedConcurrency = 10_000;
    private const int MaxBatchBytes = 262_144;
    private const int MaxLabelLength = 40;

    private readonly HashSet<string> _mapLabels = new(StringComparer.Ordinal);

    private void ReadDistributedMap(IInvocationOperation call, string? variable, string? word)
    {
        if (_isExpress)
            _sink.Report(Descriptors.ExpressPattern, call.Syntax.GetLocation(), call.TargetMethod.Name, "distributed Map");
        var origin = At(word ?? "map", call);
        var source = ReadItemSource(call);
        var options = ReadDistributedOptions(call);
        var batcher = ReadBatches(call);
        var writer = ReadResultWriter(call);
        if (variable is not null && writer is null && Tolerates(options))
            _sink.Report(Descriptors.ToleratedResults, Argument(call, "options")!.Syntax.GetLocation());
        if (source is null)
        {
            _sink.Reject();
            return;
        }

        Expr item = batcher is null
            ? new StateInputExpr(source.Item)
            : new MemberExpr(new StateInputExpr(JsonType.Object("", [])), "Items", JsonType.Array(source.Item));
        var mode = Text(options, "ExecutionType") == nameof(MapMode.Express) ? MapMode.Express : MapMode.Standard;
        var isExpress = _isExpress;
        _isExpress = mode == MapMode.Express;
        var body = ReadMapBody(call, origin.Name, item);
        _isExpress = isExpress;
        if (body is null)
            return;
        AddMapRunPermissions();
        EquatableArray<ObjectMember> fields =
        [
            .. source.Reader is null ? [] : new[] { new ObjectMember("ItemReader", source.Reader) },
            .. batcher is null ? [] : new[] { new ObjectMember("ItemBatcher", batcher) },
            .. Field(options, "MaxConcurrency"), .. Field(options, "ToleratedFailureCount"), .. Field(options, "ToleratedFailurePercentage"),
            .. options.Where(m => m.Name == "Label"),
            .. writer is null ? [] : new[] { new ObjectMember("ResultWriter", writer) },
        ];
        Add(new MapStep(origin, source.Items, null, body, variable, ResultOf(call, variable)) { Settings = new MapSettings(mode, fields) });
    }

    private static bool Tolerates(EquatableArray<ObjectMember> options) => options.Any(m => m.Name is "ToleratedFailureCount" or "ToleratedFailurePercentage");

    private EquatableArray<ObjectMember> ReadDistributedOptions(IInvocationOperation call)
    {
        var options = ReadOptions(call, "options");
        var location = (Argument(call, "options") ?? call).Syntax.GetLocation();
        CheckConstant(options, "MaxConcurrency", 1, MaxDistributedConcurrency, location);
        CheckConstant(options, "ToleratedFailureCount", 0, int.MaxValue, location);
        CheckConstant(options, "ToleratedFailurePercentage", 0, 100, location);
        RequireConstant(options, "ExecutionType", location);
        if (!RequireConstant(options, "Label", location) || Text(options, "Label") is not { } label)
            return options;
        var fault = label.Length is 0 or > MaxLabelLength ? $"it has {label.Length} characters"
            : !label.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_') ? "it has other characters"
            : !_mapLabels.Add(label) ? "another map has it"
            : null;
        if (fault is not null)
            _sink.Report(Descriptors.MapLabel, location, label, fault);
        return options;
    }

    // new BatchOptions(MaxItemsPerBatch: 10)  ──▶  { MaxItemsPerBatch: 10 }
    private ObjectExpr? ReadBatches(IInvocationOperation call)
    {
        if (Argument(call, "batches") is not { } argument)
            return null;
        var batches = ReadOptions(call, "batches");
        var location = argument.Syntax.GetLocation();
        CheckConstant(batches, "MaxItemsPerBatch", 1, int.MaxValue, location);
        CheckConstant(batches, "MaxInputBytesPerBatch", 1, MaxBatchBytes, location);
        if (batches.Count == 0)
            _sink.Report(Descriptors.MapArgument, location, argument.Syntax.ToString(), "give MaxItemsPerBatch, MaxInputBytesPerBatch or both");
        foreach (var member in batches.Where(m => m.Value.Type.IsNullable))
            _sink.Report(Descriptors.MapArgument, location, member.Name, "a batch has no size 'null'; give it one with '??'");
        return new ObjectExpr(batches.Select(m => new ObjectMember(m.Name, m.Value)).ToEquatableArray(), JsonType.Object("", []));
    }

    // new ResultWriter(Results, "nightly")  ──▶  { Resource: s3:putObject, Arguments: { Bucket: ${Results}, Prefix: nightly } }
    private ObjectExpr? ReadResultWriter(IInvocationOperation call)
    {
        if (Argument(call, "writer") is not { } argument)
            return null;
        var writer = ReadOptions(call, "writer");
        var location = argument.Syntax.GetLocation();
        RequireConstant(writer, "Transformation", location);
        RequireConstant(writer, "OutputType", location);
        if (writer.FirstOrDefault(m => m.Name == "Bucket")?.Value is not ResourceExpr bucket || writer.FirstOrDefault(m => m.Name == "Prefix")?.Value is not { } prefix)
        {
            if (writer.Count > 0)
                _sink.Report(Descriptors.MapArgument, location, "Bucket", "name a handle, such as a static readonly Bucket");
            return new ObjectExpr([], JsonType.Object("", []));
        }

        AddBucketPermissions(bucket, prefix, isPrefix: true, "s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject");
        var transformation = Text(writer, "Transformation") switch { "Compact" => "COMPACT", "Flatten" => "FLATTEN", _ => "NONE" };
        var format = Text(writer, "OutputType") == "JsonLines" ? "JSONL" : "JSON";
        var config = (transformation, format) is ("NONE", "JSON") ? [] : new[] { Member("WriterConfig", Members(Member("Transformation", transformation), Member("OutputType", format))) };
        return Members([Member("Resource", "arn:aws:states:::s3:putObject"), .. config, Member("Arguments", Members(Member("Bucket", bucket), Member("Prefix", prefix)))]);
    }

    // A Map Run starts, looks at and ends executions of the machine it belongs to. Source: "IAM policies for using Distributed Map states".
    private void AddMapRunPermissions()
    {
        _permissions.Add(new Permission("states:StartExecution", IntegrationPermissions.StatesArn($"stateMachine:{OwnName}")));
        foreach (var action in new[] { "states:DescribeExecution", "states:RedriveExecution", "states:StopExecution" })
            _permissions.Add(new Permission(action, IntegrationPermissions.StatesArn($"execution:{OwnName}")));
    }

    // s3:GetObject on nightly.csv → arn of the bucket/nightly.csv; a key that only the run knows → arn/*
    private void AddBucketPermissions(ResourceExpr bucket, Expr key, bool isPrefix, params string[] actions)
    {
        var beginning = ConstantBeginning(key);
        var pattern = beginning + (isPrefix || key is not ConstantExpr ? "*" : "");
        foreach (var action in actions)
            _permissions.Add(new Permission(action, new TemplateValue(TemplateFunction.Sub, $"${{{bucket.LogicalId}.Arn}}/{pattern}")));
    }

    private static string ConstantBeginning(Expr text)
    {
        while (text is BinaryExpr { Operator: BinaryOperator.Concat } concat)
            text = concat.Left;
        return text is ConstantExpr { Value: string beginning } ? beginning : "";
    }

    private void CheckConstant(EquatableArray<ObjectMember> options, string name, long min, long max, Location location)
    {
        if (Constant(options, name) is { } value)
            CheckRange(name, value, min, max, location);
    }

    private bool RequireConstant(EquatableArray<ObjectMember> options, string name, Location location)
    {
        if (options.FirstOrDefault(m => m.Name == name)?.Value is null or ConstantExpr)
            return true;
        _sink.Report(Descriptors.MapArgument, location, name, "write a constant");
        return false;
    }

    private static ObjectExpr Members(params ObjectMember[] members) => new(members.ToEquatableArray(), JsonType.Object("", []));

    private static ObjectMember Member(string name, Expr value) => new(name, value);

    private static ObjectMember Member(string name, string value) => new(name, ConstantExpr.Of(value));
}
