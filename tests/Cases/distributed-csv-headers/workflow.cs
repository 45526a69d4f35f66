[StateMachine]
public sealed partial class Workflow(Flow wf, Numbers numbers)
{
    private static readonly Bucket Data = new("DataBucket");

    public async Task RunAsync() => await wf.DistributedMapAsync(
        ItemSource.Csv<Rating>(Data, "ratings.csv", headers: ["UserId", "MovieId", "Stars"], delimiter: CsvDelimiter.Semicolon, maxItems: 2),
        async rating => await numbers.NoteAsync($"{rating.UserId} gives {rating.MovieId} {rating.Stars} stars"));
}

[AwsShape]
public sealed record Rating(string UserId, string MovieId, string Stars);
