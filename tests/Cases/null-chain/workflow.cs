public sealed record Place(string City, string? Street = null);

public sealed record Trip(string Id, Place? To = null, string? Note = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<string> RunAsync(Trip trip)
    {
        var street = trip.To?.Street ?? trip.Note ?? "nowhere";
        if (trip.To?.Street?.Length > 3)
            await numbers.NoteAsync(street);
        return street;
    }
}
