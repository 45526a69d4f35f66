using System.Globalization;
using System.Text;

namespace Aot.Local.Services.Sqs;

/// <summary>Names one receive of one message, as the opaque text that clients hand back.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="ReceiveCount">Which of its receives.</param>
/// <param name="QueueName">The queue it was received from.</param>
internal sealed record ReceiptHandle(string MessageId, int ReceiveCount, string QueueName)
{
    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{MessageId} {ReceiveCount} {QueueName}")));

    /// <summary>Reads a handle; null when the text is none of that queue.</summary>
    public static ReceiptHandle? Parse(string text, string queueName)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(' ');
        return parts.Length == 3 && parts[2] == queueName && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new ReceiptHandle(parts[0], count, parts[2])
            : null;
    }
}
