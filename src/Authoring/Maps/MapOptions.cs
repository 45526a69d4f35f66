namespace Aot.Authoring;

/// <summary>How <c>Flow.MapAsync</c> runs its items.</summary>
/// <param name="MaxConcurrency">Items at a time, at most 40; null leaves it to Step Functions, which runs up to 40.</param>
/// <remarks>An inline Map fails with its first failing item; <c>Flow.DistributedMapAsync</c> can tolerate failures.</remarks>
[AwsShape]
public sealed record MapOptions(int? MaxConcurrency = null);
