using System.CommandLine;
using Aot.Local.Json;
using Aot.Local.Jsonata;

namespace Aot.Local.Commands;

/// <summary>Evaluates a JSONata expression.</summary>
internal static class JsonataCommand
{
    public static Command Create(TimeProvider time)
    {
        var expression = new Argument<string>("expression") { Description = "JSONata 2.0.6; the {% %} of a definition may stand around it." };
        var input = new Option<string?>("--input") { Description = "A file with the JSON it reads; - is standard input. Without it the input is undefined.", HelpName = "file" };
        var states = new Option<bool>("--step-functions") { Description = "As Step Functions evaluates it: its functions, no $eval, the input is $states.input." };
        var command = new Command("jsonata", "Evaluate a JSONata expression.") { expression, input, states };
        command.SetAction(async (line, stop) =>
        {
            var json = line.GetValue(input) is { } file ? await InputFile.ReadJsonAsync(file, stop) : null;
            return Run(line.GetRequiredValue(expression), json, line.GetValue(states), time, line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
        });
        return command;
    }

    public static int Run(string text, Value? input, bool isStepFunctions, TimeProvider time, TextWriter output, TextWriter error)
    {
        if (text.Trim() is ['{', '%', .. var inner, '%', '}']) text = inner;
        Expression expression;
        try
        {
            expression = isStepFunctions ? StepFunctionsOverlay.Parse(text) : Expression.Parse(text);
        }
        catch (JsonataException e)
        {
            error.WriteLine(Describe(e, text));
            return ExitCodes.WrongInput;
        }
        try
        {
            var bindings = new Bindings { Clock = time };
            if (isStepFunctions && input is not null) bindings["states"] = new ObjectValue { ["input"] = input };
            var result = expression.Evaluate(isStepFunctions ? null : input, bindings, EvaluationLimits.Default);
            if (result is not null) output.WriteLine(result.ToIndentedJson());
            return ExitCodes.Done;
        }
        catch (JsonataException e)
        {
            error.WriteLine(Describe(e, text));
            return ExitCodes.Wrong;
        }
    }

    // The line at fault with a mark below the place.
    private static string Describe(JsonataException e, string text)
    {
        var sentence = $"{e.Code}: {e.Message}";
        if (e.Position <= 0 || e.Position > text.Length) return sentence;
        var place = Math.Max(0, e.Position - Math.Max(1, e.Token?.Length ?? 1));
        var start = text.LastIndexOf('\n', Math.Max(0, place - 1)) + 1;
        var end = text.IndexOf('\n', place);
        return $"{sentence}\n  {text[start..(end < 0 ? text.Length : end)]}\n  {new string(' ', Math.Max(0, place - start))}^";
    }
}
