namespace Aot.Synth;

/// <summary>Ends the run: without this input nothing can be said about the rest.</summary>
internal sealed class SynthException(SynthProblem problem) : Exception(problem.Message)
{
    public SynthProblem Problem { get; } = problem;
}
