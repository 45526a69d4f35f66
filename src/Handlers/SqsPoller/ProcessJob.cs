using System.Text;
using System.Text.Json;
using Aot.Runtime;

namespace Aot.Handlers.SqsPoller;

/// <summary>The work behind the queue: adds up an order, <c>{"lines":[{"quantity":2,"unitPriceCents":450}, …]}</c>.</summary>
public class ProcessJob
{
    /// <summary>Adds up the order in the message's body.</summary>
    /// <exception cref="JobRejectedException">The body is no order.</exception>
    [LambdaFunction(MemorySize = 256, Timeout = 60)]
    public virtual Task<ProcessedJob> HandleAsync(Job job)
    {
        try
        {
            var (lines, totalCents) = Total(Encoding.UTF8.GetBytes(job.Body));
            return Task.FromResult(new ProcessedJob(job.Id, lines, totalCents));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new JobRejectedException($"message {job.Id} is no order: {e.Message}");
        }
    }

    private static (int Lines, long TotalCents) Total(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var isLines = false;
        var hasLines = false;
        int lines = 0;
        long totalCents = 0, quantity = 0, unitPriceCents = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                isLines = reader.ValueTextEquals("lines"u8);
                hasLines |= isLines;
            }
            else if (isLines && reader.TokenType == JsonTokenType.StartObject)
                (quantity, unitPriceCents) = (0, 0);
            else if (isLines && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("quantity"u8))
                quantity = ReadNumber(ref reader);
            else if (isLines && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("unitPriceCents"u8))
                unitPriceCents = ReadNumber(ref reader);
            else if (isLines && reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 2)
            {
                lines++;
                totalCents = checked(totalCents + checked(quantity * unitPriceCents));
            }
        }

        return hasLines ? (lines, totalCents) : throw new FormatException("it has no \"lines\"");
    }

    private static long ReadNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? value
            : throw new FormatException("a quantity or price is no whole number");
    }
}
