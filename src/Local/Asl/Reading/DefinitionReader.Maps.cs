using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Model;
using Aot.Local.Json;

namespace Aot.Local.Asl.Reading;

internal sealed partial class DefinitionReader
{
    private static readonly string[] _distributedFields = ["ItemReader", "ItemBatcher", "ResultWriter", "Label"];

    private MapState? ReadMap(StateSource source)
    {
        var reader = source.Reader;
        var field = source.IsJsonPath && reader.Has("Iterator") ? "Iterator" : "ItemProcessor"; // Iterator is the older name
        if (!reader.Require(field) || reader.Object(field) is not { } processor) return null;
        RefuseUnknownFields(processor, "an item processor", ["ProcessorConfig", .. GraphFields]);
        var executionType = ReadProcessorConfig(processor);
        if (executionType is null)
        {
            foreach (var name in _distributedFields)
            {
                if (reader.Has(name)) reader.Error($"Field '{name}' belongs to distributed Map states: set \"Mode\": \"DISTRIBUTED\" in the ProcessorConfig, or remove it", name);
            }
        }
        if (ReadProcessor(source, processor, executionType) is not { } graph) return null;
        return new MapState
        {
            Name = source.Name,
            Location = reader.Location,
            Data = Flow(source, StatesParts.Result),
            Processor = graph,
            Distributed = executionType is { } type ? ReadDistributed(source, type) : null,
            Items = ReadItems(source),
            ItemSelector = ReadItemSelector(source),
            MaxConcurrency = WholeOrExpression(source, "MaxConcurrency", 0, int.MaxValue),
            ToleratedFailureCount = WholeOrExpression(source, "ToleratedFailureCount", 0, int.MaxValue),
            ToleratedFailurePercentage = NumberOrExpression(source, "ToleratedFailurePercentage", 0, 100, isWhole: false),
            Retry = ReadRetry(source),
            Catch = ReadCatch(source),
        };
    }

    /// <summary>The type of a distributed Map's child executions; null for an inline Map.</summary>
    private WorkflowType? ReadProcessorConfig(FieldReader processor)
    {
        if (processor.Object("ProcessorConfig") is not { } config) return null;
        RefuseUnknownFields(config, "a processor configuration", ["Mode", "ExecutionType"]);
        switch (config.Text("Mode"))
        {
            case null or "INLINE":
                return null;
            case "DISTRIBUTED":
                if (_type == WorkflowType.Express) config.Error("Express state machine does not support Map state with 'DISTRIBUTED' mode", "Mode");
                config.Require("ExecutionType");
                switch (config.Text("ExecutionType"))
                {
                    case "EXPRESS": return WorkflowType.Express;
                    case null or "STANDARD": return WorkflowType.Standard;
                    case var other:
                        config.Error($"'ExecutionType' is \"STANDARD\" or \"EXPRESS\", not \"{other}\"", "ExecutionType");
                        return WorkflowType.Standard;
                }
            case var mode:
                config.Error($"'Mode' is \"INLINE\" or \"DISTRIBUTED\", not \"{mode}\"", "Mode");
                return null;
        }
    }

    // Child executions are machines of their own: of their own type, and without the variables around them.
    private StateGraph? ReadProcessor(StateSource source, FieldReader processor, WorkflowType? executionType)
    {
        var outerType = _type;
        _type = executionType ?? outerType;
        var variables = new VariableNameScope(source.Graph.Variables, source.Reader.Location, isIsolated: executionType is not null);
        var graph = ReadGraph(processor, variables);
        _type = outerType;
        return graph;
    }

    private static DistributedMap ReadDistributed(StateSource source, WorkflowType type) =>
        new(type, ReadLabel(source.Reader), ReadItemReader(source), ReadItemBatcher(source), ReadResultWriter(source));

    private static string? ReadLabel(FieldReader reader)
    {
        const int MaxLabelLength = 40; // Step Functions developer guide, "Distributed mode", Label
        const string Forbidden = "?*<>{}[]:;,\\|^~$#%&`\"";
        if (reader.Text("Label") is not { } label) return null;
        if (label.Length > MaxLabelLength) reader.Error($"'Label' has at most {MaxLabelLength} characters, this one {label.Length}", "Label");
        if (label.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || Forbidden.Contains(character, StringComparison.Ordinal)))
            reader.Error($"'Label' must not contain white space, control characters or one of {Forbidden}", "Label");
        return label;
    }

    private static ItemReader? ReadItemReader(StateSource source)
    {
        if (source.Reader.Object("ItemReader") is not { } reader) return null;
        RefuseUnknownFields(reader, "an item reader", ["Resource", Arguments(source), "ReaderConfig", "Comment"]);
        reader.Require("Resource");
        var resource = reader.Text("Resource");
        if (resource is not (null or "arn:aws:states:::s3:getObject" or "arn:aws:states:::s3:listObjectsV2"))
            reader.Error($"The resource of an item reader is \"arn:aws:states:::s3:getObject\" or \"arn:aws:states:::s3:listObjectsV2\", not \"{resource}\"", "Resource");
        var isListing = resource?.EndsWith("listObjectsV2", StringComparison.Ordinal) == true;
        var config = reader.Object("ReaderConfig") ?? new FieldReader([], reader.At("ReaderConfig"), []);
        RefuseUnknownFields(config, "a reader configuration",
            ["InputType", "Transformation", "ManifestType", "CSVDelimiter", "CSVHeaderLocation", "CSVHeaders", "ItemsPointer", "MaxItems", .. PathVariant(source, "MaxItems")]);
        var headers = OneOf(config, "CSVHeaderLocation", "FIRST_ROW", "GIVEN");
        if (headers == "GIVEN") config.Require("CSVHeaders");
        var manifest = OneOf(config, "ManifestType", "ATHENA_DATA", "S3_INVENTORY");
        var type = OneOf(config, "InputType", "CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");
        var isFlattening = OneOf(config, "Transformation", "NONE", "LOAD_AND_FLATTEN") == "LOAD_AND_FLATTEN";
        if (type is null && manifest != "S3_INVENTORY" && (!isListing || isFlattening))
            config.Error("These fields are required: [InputType]");
        return new ItemReader(isListing, Request(source, reader, "ItemReader/"))
        {
            InputType = type,
            IsFlattening = isFlattening,
            Manifest = manifest ?? (type == "MANIFEST" ? "S3_INVENTORY" : null),
            Delimiter = OneOf(config, "CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB") switch { "PIPE" => '|', "SEMICOLON" => ';', "SPACE" => ' ', "TAB" => '\t', _ => ',' },
            GivenHeaders = config.Has("CSVHeaders") && headers == "GIVEN" ? Nested(source, config, "ItemReader/ReaderConfig/").Read("CSVHeaders") : null,
            ItemsPointer = config.Text("ItemsPointer"),
            MaxItems = Count(source, config, "ItemReader/ReaderConfig/", "MaxItems", min: 0, ItemReader.MostItems),
        };
    }

    private static ItemBatcher? ReadItemBatcher(StateSource source)
    {
        if (source.Reader.Object("ItemBatcher") is not { } reader) return null;
        RefuseUnknownFields(reader, "an item batcher",
            ["MaxItemsPerBatch", "MaxInputBytesPerBatch", "BatchInput", "Comment", .. PathVariant(source, "MaxItemsPerBatch"), .. PathVariant(source, "MaxInputBytesPerBatch")]);
        var batcher = new ItemBatcher(
            Count(source, reader, "ItemBatcher/", "MaxItemsPerBatch", min: 1, ItemReader.MostItems),
            Count(source, reader, "ItemBatcher/", "MaxInputBytesPerBatch", min: 1, PayloadLimit.MaxBytes),
            source.IsJsonPath ? new PathReader(reader, "ItemBatcher/").Payload("BatchInput") : Nested(source, reader, "ItemBatcher/").Read("BatchInput"));
        if (batcher is { MaxItems: null, MaxInputBytes: null }) reader.Error("An item batcher needs 'MaxItemsPerBatch' or 'MaxInputBytesPerBatch'");
        return batcher;
    }

    private static ResultWriter? ReadResultWriter(StateSource source)
    {
        if (source.Reader.Object("ResultWriter") is not { } reader) return null;
        RefuseUnknownFields(reader, "a result writer", ["Resource", Arguments(source), "WriterConfig", "Comment"]);
        if (reader.Text("Resource") is { } resource && resource != "arn:aws:states:::s3:putObject")
            reader.Error($"The resource of a result writer is \"arn:aws:states:::s3:putObject\", not \"{resource}\"", "Resource");
        if (reader.Has("Resource") != reader.Has(Arguments(source)) || !(reader.Has("Resource") || reader.Has("WriterConfig")))
            reader.Error($"A result writer has 'Resource' and '{Arguments(source)}', or a 'WriterConfig', or all three");
        var config = reader.Object("WriterConfig");
        if (config is not null)
        {
            RefuseUnknownFields(config, "a writer configuration", ["Transformation", "OutputType"]);
            config.Require("Transformation", "OutputType");
        }
        return new ResultWriter(
            reader.Has("Resource") ? Request(source, reader, "ResultWriter/") : null,
            config is null ? null : OneOf(config, "Transformation", "NONE", "COMPACT", "FLATTEN"),
            config is not null && OneOf(config, "OutputType", "JSON", "JSONL") == "JSONL");
    }

    // Bucket, Key, Prefix: like a task's arguments.
    private static FieldTemplate Request(StateSource source, FieldReader reader, string prefix)
    {
        var name = Arguments(source);
        if (!reader.Require(name) || reader.Object(name) is not { } request) return new LiteralTemplate(prefix + name, new ObjectValue());
        if (!request.Has("Bucket") && !(source.IsJsonPath && request.Has("Bucket.$"))) request.Error("These fields are required: [Bucket]");
        return (source.IsJsonPath ? new PathReader(reader, prefix).Payload(name) : Nested(source, reader, prefix).Read(name))!;
    }

    private static string Arguments(StateSource source) => source.IsJsonPath ? "Parameters" : "Arguments";

    private static string[] PathVariant(StateSource source, string field) => source.IsJsonPath ? [field + "Path"] : [];

    private static TemplateReader Nested(StateSource source, FieldReader reader, string prefix) => new(reader, prefix, source.Graph.Variables.Expressions);

    // A whole number, an expression or, in JSONPath, a path in the field of the same name with Path.
    private static FieldTemplate? Count(StateSource source, FieldReader reader, string prefix, string field, long min, long max) =>
        NumberOrExpression(source.IsJsonPath, reader, Nested(source, reader, prefix), prefix, field, min, max, isWhole: true);

    private static string? OneOf(FieldReader reader, string field, params ReadOnlySpan<string> words)
    {
        var text = reader.Text(field);
        if (text is null || words.Contains(text)) return text;
        reader.Error($"'{field}' is one of {string.Join(", ", words.ToArray())}, not \"{text}\"", field);
        return null;
    }

    private static FieldTemplate? ReadItems(StateSource source)
    {
        if (source.IsJsonPath) return new PathReader(source.Reader, "").Path("ItemsPath");
        if (source.Reader.Any("Items") is null or ArrayValue or ObjectValue) return source.Templates.Read("Items");
        return source.Templates.ReadLiteralOr("Items", _ => false, "an array");
    }

    private static FieldTemplate? ReadItemSelector(StateSource source)
    {
        if (!source.IsJsonPath) return source.Templates.Read("ItemSelector");
        // Parameters is the older name.
        return new PathReader(source.Reader, "").Payload(source.Reader.Has("ItemSelector") ? "ItemSelector" : "Parameters");
    }
}
