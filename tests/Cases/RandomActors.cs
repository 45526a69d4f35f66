using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Aot.Authoring;
using Aot.Runtime;

namespace RandomWorld;

// Whom random programs call and what they compute with. `at` names the Parallel or Map branch a call is made from: within one
// branch calls have an order, between branches they have none.

public enum Level
{
    Low,
    Middle,
    High,
}

public sealed record Point(int X, int Y);

public sealed record Thing(string Id, int Count, string? Note, int? Limit, Level Level, string[] Tags, Point At)
{
    public override string ToString() => $"{Id},{Count},{Note ?? "null"},{Limit},{Level},[{string.Join(";", Tags)}],{At.X}/{At.Y}";
}

public sealed record Input(
    int A,
    int B,
    int? N,
    string S,
    string? T,
    bool F,
    double D,
    Level Level,
    DateTimeOffset At,
    int[] Xs,
    string[] Ss,
    int?[] Ns,
    Thing Thing,
    Thing? Maybe,
    Thing[] Things,
    IReadOnlyDictionary<string, int> Map);

public sealed record Result(
    int A,
    int? N,
    string S,
    string? T,
    bool F,
    double D,
    Level Level,
    DateTimeOffset At,
    int[] Xs,
    string[] Ss,
    int?[] Ns,
    Thing Thing,
    Thing? Maybe,
    Thing[] Things,
    int[][] Lists);

public sealed class RefusedException(string message) : Exception(message);

public class Desk
{
    [LambdaFunction(Timeout = 10)]
    public Task<int> DeskCountAsync(string at, int x, int? y)
    {
        Calls.Add($"{at}|count {x} {y}");
        return Task.FromResult((x % 100) + ((y ?? 1) % 100));
    }

    [LambdaFunction(Timeout = 10)]
    public Task<string> DeskSayAsync(string at, string s, string? t)
    {
        Calls.Add($"{at}|say {s} {t ?? "null"}");
        return Task.FromResult(s.Length > 20 ? "long" : $"{s}-{t}");
    }

    [LambdaFunction(Timeout = 10)]
    public Task<int?> DeskFindAsync(string at, int x)
    {
        Calls.Add($"{at}|find {x}");
        return Task.FromResult(x % 3 == 0 ? (int?)null : x % 50);
    }

    [LambdaFunction(Timeout = 10)]
    public Task<string?> DeskNoteAsync(string at, string? s)
    {
        Calls.Add($"{at}|note {s ?? "null"}");
        return Task.FromResult(string.IsNullOrEmpty(s) ? null : s[..1]);
    }

    [LambdaFunction(Timeout = 10)]
    public Task<bool> DeskAskAsync(string at, bool f, Level level)
    {
        Calls.Add($"{at}|ask {f} {level}");
        return Task.FromResult(f == (level == Level.Middle));
    }

    [LambdaFunction(Timeout = 10)]
    public Task<Thing> DeskMakeAsync(string at, Thing thing)
    {
        Calls.Add($"{at}|make {thing}");
        return Task.FromResult(thing with { Count = (thing.Count % 100) + 1, Tags = [.. thing.Tags.Take(2)] });
    }

    [LambdaFunction(Timeout = 10)]
    public Task<Thing?> DeskSeekAsync(string at, string id, Thing[] things)
    {
        Calls.Add($"{at}|seek {id} {string.Join(" ", things.Select(t => t.ToString()))}");
        return Task.FromResult(things.FirstOrDefault(t => t.Id == id));
    }

    [LambdaFunction(Timeout = 10)]
    public Task<int[]> DeskListAsync(string at, int[] xs, int n)
    {
        Calls.Add($"{at}|list {string.Join(" ", xs)} of {n}");
        return Task.FromResult(xs.Take(Math.Abs(n % 4)).ToArray());
    }

    [LambdaFunction(Timeout = 10)]
    public Task<DateTimeOffset> DeskWhenAsync(string at, DateTimeOffset time)
    {
        Calls.Add($"{at}|when {time.ToUniversalTime():yyyy-MM-ddTHH:mm:ss.fff}");
        return Task.FromResult(time.AddSeconds(1));
    }

    [LambdaFunction(Timeout = 10)]
    public Task DeskTellAsync(string at, int? n, string? s, double d)
    {
        Calls.Add($"{at}|tell {n} {s ?? "null"} {d + 0.0:F2}"); // JSON has no negative zero
        return Task.CompletedTask;
    }

    /// <summary>Fails under one of several names, or gives the number.</summary>
    [LambdaFunction(Timeout = 10)]
    public Task<int> DeskRiskAsync(string at, int x)
    {
        Calls.Add($"{at}|risk {x}");
        return (x % 6) switch
        {
            1 or -1 => throw new TooLargeException($"{x} is too large"),
            2 => throw new OddException("{odd"),
            3 => throw new VeryOddException(""),
            -2 => throw new RefusedException("{\"errorMessage\":\"nested\"}"),
            _ => Task.FromResult(x % 100),
        };
    }

    /// <summary>Fails without a trace of who called it, for branches whose order nobody knows.</summary>
    [LambdaFunction(Timeout = 10)]
    public Task<int> DeskFailAsync(bool fails) => fails ? throw new TooLargeException("failed") : Task.FromResult(1);
}

[AwsShape]
public sealed record PutRequest(string At, string Key, int? Size = null, string[]? Tags = null);

[AwsShape]
public sealed record PutResponse(string? Version = null, int[]? Sizes = null);

[ErrorName("Store.MissingException")]
public sealed class StoreMissingException(string message) : Exception(message);

public interface IStore
{
    [ServiceIntegration("arn:aws:states:::aws-sdk:store:put", Resources = ["*"])]
    Task<PutResponse> PutAsync(PutRequest request);
}

public sealed class Store : IStore
{
    public Task<PutResponse> PutAsync(PutRequest request)
    {
        Calls.Add($"{request.At}|put {request.Key} {request.Size} {string.Join(";", request.Tags ?? [])}");
        return request.Key == "a"
            ? throw new StoreMissingException("no a")
            : Task.FromResult(new PutResponse(request.Size > 3 ? "v1" : null, request.Tags is null ? null : [request.Tags.Length]));
    }
}
