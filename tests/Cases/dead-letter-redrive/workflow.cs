public sealed record RedriveRequest(int MaxBatches, int BatchSize, int MaxReceives);

public sealed record Redriven(int Moved, int Kept);

[StateMachine]
public sealed partial class Workflow(ILetters letters, Numbers numbers)
{
    public async Task<Redriven> RunAsync(RedriveRequest request)
    {
        int moved = 0, kept = 0;
        for (var batch = 0; batch < request.MaxBatches; batch++)
        {
            var received = await letters.ReceiveAsync(new ReceiveRequest(Letters.Dead, request.BatchSize));
            if (received.Messages is not [_, ..] messages)
                break;
            foreach (var message in messages)
            {
                if (message.Receives > request.MaxReceives)
                {
                    kept++;
                    continue;
                }

                try
                {
                    await letters.SendAsync(new SendRequest(Letters.Live, message.Body));
                }
                catch (LetterTooLongException e) when (e.Message != "")
                {
                    await numbers.NoteAsync($"{message.Id}: {e.Message}");
                    kept++;
                    continue;
                }

                await letters.DeleteAsync(new DeleteRequest(Letters.Dead, message.Id));
                moved++;
            }
        }

        return new Redriven(moved, kept);
    }
}
