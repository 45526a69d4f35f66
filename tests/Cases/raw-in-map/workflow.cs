[StateMachine]
public sealed partial class Workflow(Flow wf)
{
    public async Task<string[]> RunAsync(Request request) => await wf.MapAsync(request.Codes, async code => await PadAsync(code, request.Width));

    [RawState("""{ "Type": "Pass", "Output": "{% $pad($states.input.code, -$states.input.width, '0') %}" }""")]
    private static Task<string> PadAsync(string code, int width) => Task.FromResult(code.PadLeft(width, '0'));
}

public sealed record Request(string[] Codes, int Width);
