using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Commands;

/// <summary>Answers tasks from a mock file: by state, try by try.</summary>
/// <remarks>
/// <c>{"State": {"Return": …}}</c>, <c>{"State": {"Throw": {"Error": …, "Cause": …}}}</c>, or <c>{"State": {"0-1": …, "2": …}}</c> with tries counted from 0,
/// the form of Step Functions Local's mocked responses. Tries beyond the list get its last answer.
/// </remarks>
internal sealed class MockedTasks : ITaskRunner
{
    private readonly Dictionary<string, List<Answer>> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _tries = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">The file is not in that form.</exception>
    public MockedTasks(Value file)
    {
        if (file is not ObjectValue states) throw new UsageException("The mock file is an object of state names and their answers.");
        foreach (var (state, value) in states) _answers.Add(state, Answers(state, value));
    }

    public ValueTask<Value> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (!_answers.TryGetValue(call.StateName, out var answers))
            throw new TaskFailedException("NotMocked", $"The mock file has no answer for the state '{call.StateName}', which called {call.Resource.Arn} with {call.Arguments.ToJson()}.");
        var number = _tries.GetValueOrDefault(call.StateName);
        _tries[call.StateName] = number + 1;
        var answer = answers.LastOrDefault(a => a.First <= number) ?? answers[0];
        return answer.Return is { } result ? ValueTask.FromResult(result) : throw new TaskFailedException(answer.Error, answer.Cause);
    }

    private static List<Answer> Answers(string state, Value value)
    {
        if (value is not ObjectValue given || given.Count == 0) throw Wrong(state);
        if (given.Has("Return") || given.Has("Throw")) return [Read(state, 0, given)];
        var answers = new List<Answer>();
        foreach (var (tries, answer) in given)
        {
            if (!int.TryParse(tries.Split('-')[0], out var first) || answer is not ObjectValue one) throw Wrong(state);
            answers.Add(Read(state, first, one));
        }
        answers.Sort((a, b) => a.First.CompareTo(b.First));
        return answers;
    }

    private static Answer Read(string state, int first, ObjectValue answer)
    {
        if (answer["Return"] is { } result) return new Answer(first, result, null, null);
        if (answer["Throw"] is not ObjectValue failure) throw Wrong(state);
        return new Answer(first, null, (failure["Error"] as StringValue)?.Text, (failure["Cause"] as StringValue)?.Text);
    }

    private static UsageException Wrong(string state) => new(
        $"The mock file says of '{state}' what is not understood: write {{\"Return\": …}}, {{\"Throw\": {{\"Error\": …, \"Cause\": …}}}}, or tries like \"0\" and \"1-2\" with one of those.");

    private sealed record Answer(int First, Value? Return, string? Error, string? Cause);
}
