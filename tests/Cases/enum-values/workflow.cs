public enum Grade { Poor, Fair, Good }

public sealed record Exam(Grade Grade, Grade? Expected = null, string? Text = null);

[StateMachine]
public sealed partial class Workflow(Numbers numbers)
{
    public async Task<Grade> RunAsync(Exam exam)
    {
        var better = exam.Grade switch { Grade.Poor => Grade.Fair, _ => Grade.Good };
        if (exam.Grade != Grade.Good && exam.Expected is { } expected)
            await numbers.NoteAsync($"{exam.Grade} {expected:G}");
        return Enum.Parse<Grade>(exam.Text ?? better.ToString());
    }
}
