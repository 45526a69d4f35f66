using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aot.Authoring;
using Aot.Runtime;

// Whom the workflows call that are written as a new user would write them.

public enum Decision
{
    None,
    Yes,
    No,
}

public sealed record ApprovalState(Decision Decision, string? Reason);

public sealed class NotAnsweredException(string message) : Exception(message);

public class Approvals
{
    /// <summary>A purchase "yes-2" is approved at the third look, "no-1" is refused at the second with a reason, "bare-0" at the first without.</summary>
    [LambdaFunction(Timeout = 10)]
    public Task<ApprovalState> LookAsync(string id, int look)
    {
        Calls.Add($"look {id} {look}");
        var isDecided = id.EndsWith($"-{look}", StringComparison.Ordinal);
        return Task.FromResult(id.Split('-')[0] switch
        {
            "yes" when isDecided => new ApprovalState(Decision.Yes, null),
            "no" when isDecided => new ApprovalState(Decision.No, "too much"),
            "bare" when isDecided => new ApprovalState(Decision.No, null),
            _ => new ApprovalState(Decision.None, null),
        });
    }
}

[AwsShape]
public sealed record ReceiveRequest(Queue From, int MaxMessages);

[AwsShape]
public sealed record Letter(string Id, string Body, int Receives);

[AwsShape]
public sealed record ReceiveResponse(IReadOnlyList<Letter>? Messages = null);

[AwsShape]
public sealed record SendRequest(Queue To, string Body);

[AwsShape]
public sealed record DeleteRequest(Queue From, string Id);

[ErrorName("Letters.LetterTooLongException")]
public sealed class LetterTooLongException(string message) : Exception(message);

public interface ILetters
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:letters:receive")]
    Task<ReceiveResponse> ReceiveAsync(ReceiveRequest request);

    [ServiceIntegration("arn:aws:states:::aws-sdk:letters:send")]
    Task SendAsync(SendRequest request);

    [ServiceIntegration("arn:aws:states:::aws-sdk:letters:delete")]
    Task DeleteAsync(DeleteRequest request);
}

/// <summary>Three letters wait each time, the last of them too long to be sent and the second received often.</summary>
public sealed class Post : ILetters
{
    private static readonly Letter[] _letters = [new("a", "short", 1), new("b", "often", 4), new("c", "much too long", 2)];

    public Task<ReceiveResponse> ReceiveAsync(ReceiveRequest request)
    {
        Calls.Add($"receive {request.From} {request.MaxMessages}");
        return Task.FromResult(request.MaxMessages == 0 ? new ReceiveResponse() : new ReceiveResponse([.. _letters.Take(request.MaxMessages)]));
    }

    public Task SendAsync(SendRequest request)
    {
        Calls.Add($"send {request.To} {request.Body}");
        return request.Body.Length > 8 ? throw new LetterTooLongException("too long") : Task.CompletedTask;
    }

    public Task DeleteAsync(DeleteRequest request)
    {
        Calls.Add($"delete {request.From} {request.Id}");
        return Task.CompletedTask;
    }
}

public static class Letters
{
    public static readonly Queue Dead = new("DeadLetters");
    public static readonly Queue Live = new("LiveLetters");
}
