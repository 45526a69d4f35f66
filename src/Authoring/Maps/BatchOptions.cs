namespace Aot.Authoring;

/// <summary>How many items a child execution gets at once. At least one of the two is given.</summary>
/// <param name="MaxItemsPerBatch">At most so many items, from 1.</param>
/// <param name="MaxInputBytesPerBatch">At most so many bytes of input, to 262,144. Outside Step Functions it limits nothing.</param>
[AwsShape]
public sealed record BatchOptions(int? MaxItemsPerBatch = null, int? MaxInputBytesPerBatch = null);
