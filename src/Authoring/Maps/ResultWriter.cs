namespace Aot.Authoring;

/// <summary>Where a distributed map writes the results of its child executions, instead of returning them.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What the keys begin with.</param>
/// <param name="Transformation">What is written of each execution.</param>
/// <param name="OutputType">One JSON array per file, or a line per execution.</param>
/// <remarks>Source: Step Functions developer guide, "ResultWriter (Map)".</remarks>
[AwsShape]
public sealed record ResultWriter(
    Bucket Bucket,
    string Prefix,
    ResultTransformation Transformation = ResultTransformation.Execution,
    ResultFormat OutputType = ResultFormat.Json);

/// <summary>What a <see cref="ResultWriter"/> writes of each child execution.</summary>
public enum ResultTransformation
{
    /// <summary>Everything about the execution, its input and output among it.</summary>
    Execution,

    /// <summary>The output.</summary>
    Compact,

    /// <summary>The output; one that is an array, by its items.</summary>
    Flatten,
}

/// <summary>Form of the files of a <see cref="ResultWriter"/>.</summary>
public enum ResultFormat
{
    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>JSON Lines.</summary>
    JsonLines,
}

/// <summary>What a distributed map with a <see cref="ResultWriter"/> gives.</summary>
/// <param name="MapRunArn">ARN of the Map Run.</param>
/// <param name="ResultWriterDetails">Where the manifest of the results is.</param>
[AwsShape]
public sealed record MapRunResult(string MapRunArn, ResultWriterDetails ResultWriterDetails);

/// <summary>The <c>manifest.json</c> that a <see cref="ResultWriter"/> wrote.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">Key of the manifest.</param>
[AwsShape]
public sealed record ResultWriterDetails(string Bucket, string Key);
