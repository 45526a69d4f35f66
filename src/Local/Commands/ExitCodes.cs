namespace Aot.Local.Commands;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The demo, the execution or the expression failed; the definition is invalid.</summary>
    public const int Wrong = 1;

    /// <summary>The command line, a file or the template is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>A C toolchain or a free port is missing.</summary>
    public const int MachineLacksSomething = 3;
}
