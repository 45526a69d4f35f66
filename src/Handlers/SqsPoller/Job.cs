namespace Aot.Handlers.SqsPoller;

/// <summary>One message of the queue as work.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Body">The message's body: an order as JSON.</param>
public sealed record Job(string Id, string Body);

/// <summary>What the work came to.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Lines">Number of order lines.</param>
/// <param name="TotalCents">Sum of quantity × unit price, in cents.</param>
public sealed record ProcessedJob(string Id, int Lines, long TotalCents);

/// <summary>The message can never be processed: it goes to the queue of rejected messages instead of being tried again.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class JobRejectedException(string message) : Exception(message);
