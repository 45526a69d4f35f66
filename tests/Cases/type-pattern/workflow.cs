using System.Text.Json.Serialization;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Disc), "disc")]
[JsonDerivedType(typeof(Box), "box")]
public abstract record Figure(string Id);

public sealed record Disc(string Id, double Radius) : Figure(Id);

public sealed record Box(string Id, double Side) : Figure(Id);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<double> RunAsync(Figure[] figures)
    {
        var total = 0.0;
        foreach (var figure in figures)
        {
            if (figure is Disc { Radius: > 5 } disc)
                await numbers.NoteAsync($"{disc.Id} is large");
            total += figure switch { Disc d => d.Radius, Box b => b.Side * 4, _ => 0 };
        }

        return total;
    }
}
