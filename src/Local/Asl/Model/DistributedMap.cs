using Aot.Local.Asl.Evaluation;

namespace Aot.Local.Asl.Model;

/// <summary>What a Map state in distributed mode has beyond an inline one.</summary>
/// <param name="ExecutionType">The type of its child executions.</param>
/// <param name="Label">Its name in ARNs; null: one is made up.</param>
/// <param name="Reader">Null: the items are the state's own.</param>
/// <param name="Batcher">Null: an item an execution.</param>
/// <param name="Writer">Null: the results are the state's output.</param>
/// <remarks>Step Functions developer guide, "Using Map state in Distributed mode".</remarks>
internal sealed record DistributedMap(WorkflowType ExecutionType, string? Label, ItemReader? Reader, ItemBatcher? Batcher, ResultWriter? Writer);

/// <summary>Where the items come from.</summary>
/// <param name="IsListing">The items are a bucket's objects (listObjectsV2), not the content of one (getObject).</param>
/// <param name="Request">Bucket, and Key or Prefix.</param>
/// <remarks>Step Functions developer guide, "ItemReader (Map)".</remarks>
internal sealed record ItemReader(bool IsListing, FieldTemplate Request)
{
    public const int MostItems = 100_000_000; // Step Functions developer guide, "ItemReader (Map)", MaxItems

    /// <summary>CSV, JSON, JSONL, PARQUET or MANIFEST; null where none is needed.</summary>
    public string? InputType { get; init; }

    /// <summary>LOAD_AND_FLATTEN: the listed objects are read, and what they contain are the items.</summary>
    public bool IsFlattening { get; init; }

    /// <summary>ATHENA_DATA or S3_INVENTORY: the object names others that contain the items.</summary>
    public string? Manifest { get; init; }

    public char Delimiter { get; init; } = ',';

    /// <summary>Null: the first row names the columns.</summary>
    public FieldTemplate? GivenHeaders { get; init; }

    /// <summary>JSON pointer to the items.</summary>
    public string? ItemsPointer { get; init; }

    public FieldTemplate? MaxItems { get; init; }
}

/// <summary>Puts several items into one execution.</summary>
/// <remarks>Step Functions developer guide, "ItemBatcher (Map)".</remarks>
internal sealed record ItemBatcher(FieldTemplate? MaxItems, FieldTemplate? MaxInputBytes, FieldTemplate? BatchInput);

/// <summary>What becomes of the results.</summary>
/// <param name="Request">Bucket and Prefix of the files; null: the results are the state's output.</param>
/// <param name="Transformation">NONE, COMPACT or FLATTEN; null: NONE for files, COMPACT for the output.</param>
/// <param name="IsLines">JSON Lines instead of one array.</param>
/// <remarks>Step Functions developer guide, "ResultWriter (Map)".</remarks>
internal sealed record ResultWriter(FieldTemplate? Request, string? Transformation, bool IsLines);
