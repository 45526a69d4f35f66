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
                    $"The variable '{name}' is assigned outside too. Give the inner one another name, or pass the value out with Output",
                    $"Assign/{name}", DiagnosticCodes.DuplicateVariable);
        }
        foreach (var expression in scope.Expressions)
        {
            foreach (var name in FreeVariables(expression.Expression))
            {
                if (!scope.Knows(name))
                    Warn(DiagnosticCodes.UnknownVariable, $"No state assigns ${name} where this expression could read it", expression);
            }
            if (Reads(expression, "$states.result", StatesParts.Result))
                Warn(DiagnosticCodes.UnknownVariable, "There is no $states.result here: only Output and Assign of Task, Parallel and Map states have it", expression);
            if (Reads(expression, "$states.errorOutput", StatesParts.ErrorOutput))
                Warn(DiagnosticCodes.UnknownVariable, "There is no $states.errorOutput here: only Output and Assign of a catcher have it", expression);
        }
        foreach (var inner in scope.Inner) CheckVariables(inner);
    }

    /// <summary>The variables that only an Assign can give a value.</summary>
    internal static IEnumerable<string> FreeVariables(Expression expression) => expression.OuterVariables.Where(name => name != "states");

    private static bool Reads(ExpressionUse expression, string path, StatesParts part) =>
        !expression.Parts.HasFlag(part) && expression.Expression.Source.Contains(path, StringComparison.Ordinal);

    private void Warn(string code, string message, ExpressionUse expression) =>
        _diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, code, message, expression.Location));
}
