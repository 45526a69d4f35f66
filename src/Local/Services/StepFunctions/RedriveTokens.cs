namespace Aot.Local.Services.StepFunctions;

/// <summary>The client tokens with which one execution was redriven lately: a repeated request is answered like the first.</summary>
/// <remarks>API reference, RedriveExecution: the last ten, for 15 minutes.</remarks>
internal sealed class RedriveTokens
{
    private const int Kept = 10;
    private static readonly TimeSpan _validity = TimeSpan.FromMinutes(15);

    private readonly List<(string Token, DateTimeOffset Time)> _tokens = [];

    /// <summary>When the redrive of that token happened; null when there was none.</summary>
    public DateTimeOffset? Find(string token, DateTimeOffset now)
    {
        foreach (var used in _tokens)
        {
            if (used.Token == token && now - used.Time <= _validity) return used.Time;
        }
        return null;
    }

    public void Add(string token, DateTimeOffset time)
    {
        _tokens.Add((token, time));
        if (_tokens.Count > Kept) _tokens.RemoveAt(0);
    }
}
