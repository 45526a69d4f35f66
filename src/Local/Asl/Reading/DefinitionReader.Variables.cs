using Aot.Local.Asl.Model;
using Aot.Local.Jsonata;

namespace Aot.Local.Asl.Reading;

internal sealed partial class DefinitionReader
{
    /// <summary>Checks, when everything is read, what the expressions read and what the scopes assign.</summary>
    private void CheckVariables(VariableNameScope scope)
    {
        foreach (var (name, reader) in scope.Assignments)
        {
            if (scope.IsAssignedOutside(name))
                reader.Error(
                    $"The variable name '{name}' was already defined in a parent scope.", $"Assign/{name}", DiagnosticCodes.DuplicateVariable,
                    "give the inner one another name, or pass the value out with Output");
        }
        foreach (var use in scope.Expressions)
        {
            CheckReads(use);
            foreach (var name in FreeVariables(use.Expression))
            {
                if (!scope.Knows(name))
                    _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, DiagnosticCodes.UnknownVariable, $"Variable '{name}' is possibly not defined.", use.Location));
            }
        }
        foreach (var inner in scope.Inner) CheckVariables(inner);
    }

    /// <summary>The variables that only an Assign can give a value.</summary>
    internal static IEnumerable<string> FreeVariables(Expression expression) => expression.OuterVariables.Where(name => name != "states");

    // An expression has no input of its own: what it reads comes from $states and from variables.
    private void CheckReads(ExpressionUse use)
    {
        if (use.Expression.FreeVariables.Contains("$")) Unsupported(use, "Reference to '$$' is not supported.");
        foreach (var name in use.Expression.RootNames)
            Unsupported(use, $"Reference to '{name}' at the top level is not supported.", $"write $states.input.{name} for the input, ${name} for a variable, '{name}' for a text");
        if (use.Expression.MembersRead("states") is not { } members) return;
        foreach (var member in members)
        {
            var isThere = member switch
            {
                "input" or "context" => true,
                "result" => use.Parts.HasFlag(StatesParts.Result),
                "errorOutput" => use.Parts.HasFlag(StatesParts.ErrorOutput),
                _ => false,
            };
            if (!isThere) Unsupported(use, $"Field '$states.{member}' does not exist.", Hint(member));
        }
    }

    private static string Hint(string member) => member switch
    {
        "result" => "only Output and Assign of Task, Parallel and Map states have it",
        "errorOutput" => "only Output and Assign of a catcher have it",
        _ => "$states has input, context, result and errorOutput",
    };

    private void Unsupported(ExpressionUse use, string message, string? hint = null) =>
        _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, DiagnosticCodes.Unsupported, message, use.Location) { Hint = hint });
}
