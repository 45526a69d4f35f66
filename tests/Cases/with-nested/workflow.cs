public sealed record Place(string City);

public sealed record Trip(string Id, int Stops, Place To);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Trip> RunAsync(Trip trip)
    {
        await numbers.NoteAsync(trip.To.City);
        return trip with { To = trip.To with { City = trip.To.City.ToUpperInvariant() }, Stops = trip.Stops + 1 };
    }
}
