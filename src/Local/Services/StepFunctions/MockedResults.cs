using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Services.StepFunctions;

/// <summary>Whether a mocked result is what the state's work could have given.</summary>
internal static class MockedResults
{
    /// <param name="state">The tested state.</param>
    /// <param name="result">The mock.</param>
    /// <param name="failedIterations">How many of a Map's iterations are said to have failed.</param>
    /// <param name="mode">STRICT, PRESENT or NONE: API reference, MockInput.</param>
    /// <exception cref="ServiceException">It is not.</exception>
    public static void Require(State state, Value result, int? failedIterations, string mode)
    {
        switch (state)
        {
            case MapState { Distributed.Writer.Request: not null } when result is not ObjectValue:
                throw RequestErrors.Validation("Mocked result must be a JSON object.");
            case MapState { Distributed.Writer.Request: null } or MapState { Distributed: null or { Writer: null } } or ParallelState when result is not ArrayValue:
                throw RequestErrors.Validation("Mocked result must be an array.");
            case ParallelState parallel when ((ArrayValue)result).Count != parallel.Branches.Count:
                throw RequestErrors.Validation("Mocked result must contain the same number of items as number of Parallel branches.");
            case MapState when result is ArrayValue results && failedIterations > results.Count:
                throw RequestErrors.Validation("Map iteration failure count must be less than or equal to the number of Map iterations");
            case TaskState { Resource: { Kind: TaskKind.Optimized or TaskKind.Sdk } resource } when mode != "NONE" && ResultShapes.Find(resource) is { } shape:
                if (shape.Problem(result, field: null, isStrict: mode == "STRICT") is { } problem)
                    throw RequestErrors.Validation($"Mock result schema validation error: {problem}");
                break;
        }
    }
}
