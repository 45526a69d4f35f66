using Aot.Local.Json;

namespace Aot.Local.Jsonata;

/// <summary>What each error code says.</summary>
internal static class ErrorMessages
{
    public static string Describe(JsonataException error)
    {
        var (token, detail, index) = (error.Token, error.Detail, error.Index);
        var (value, second) = (Shown(error.Value), Shown(error.SecondValue));
        return error.Code switch
        {
            "S0101" => "String literal must be terminated by a matching quote",
            "S0102" => $"The number {token} is out of range",
            "S0103" => $"The escape sequence \\{token} is not supported",
            "S0104" => "The escape sequence \\u must be followed by four hexadecimal digits",
            "S0105" => "The quoted name is not closed with a backquote (`)",
            "S0106" => "The comment is not closed with */",
            "S0201" => $"Syntax error: \"{token}\" cannot stand here",
            "S0202" => $"Expected \"{detail}\", got \"{token}\"",
            "S0203" => $"Expected \"{detail}\" before end of expression",
            "S0204" => $"Unknown operator: \"{token}\"",
            "S0205" => $"Unexpected token: \"{token}\"",
            "S0206" => $"Unknown kind of expression: \"{token}\"",
            "S0207" => "Unexpected end of expression",
            "S0208" => $"Parameter {index} of the function definition must be a variable name (starting with $)",
            "S0209" => "A predicate cannot follow a grouping expression in a step",
            "S0210" => "A step can have only one grouping expression",
            "S0211" => $"The symbol \"{token}\" cannot be used as a unary operator",
            "S0212" => "The left side of := must be a variable name (starting with $)",
            "S0213" => $"The literal value {value} cannot be a step of a path",
            "S0214" => $"The right side of \"{token}\" must be a variable name (starting with $)",
            "S0215" => "A context variable must be bound before any predicate of the step",
            "S0216" => "A context variable must be bound before the order-by of the step",
            "S0217" => "The parent that % stands for cannot be found from this expression",
            "S0301" => "A regular expression cannot be empty",
            "S0302" => "No terminating / in regular expression",
            "S0303" => $"The regular expression is not valid: {detail}",
            "S0401" => "Only functions and arrays can have type parameters",
            "S0402" => "A choice of types cannot contain types with parameters",
            "S0500" => $"Step Functions does not support {detail}",
            "T0410" => $"Argument {index} of function {token} does not match its signature",
            "T0411" => $"The context is not of a type that can stand in for argument {index} of function {token}",
            "T0412" => $"Argument {index} of function \"{token}\" must be an array of \"{detail}\"",
            "D1001" => $"Number out of range: {value}",
            "D1002" => $"Cannot negate a value that is not a number: {value}",
            "T1003" => $"A key of an object must be a string, got {value}",
            "D1004" => "The regular expression matches an empty string",
            "T1005" => $"Attempted to invoke a non-function. Did you mean ${token}?",
            "T1006" => "Attempted to invoke a non-function", // as recorded from Step Functions
            "T1007" => $"Attempted to apply partially what is not a function. Did you mean ${token}?",
            "T1008" => "Attempted to apply partially what is not a function",
            "D1009" => $"Several key expressions give the same key: {value}",
            "T1010" => $"The matcher given to function {token} does not return an object of the right structure",
            "T2001" => $"The left side of \"{token}\" must be a number, got {value}",
            "T2002" => $"The right side of \"{token}\" must be a number, got {value}",
            "T2003" => $"The left side of the range operator (..) must be an integer, got {value}",
            "T2004" => $"The right side of the range operator (..) must be an integer, got {value}",
            "T2006" => "The right side of ~> must be a function",
            "T2007" => $"The order-by compares {value} with {second}, which is of another type",
            "T2008" => $"The expressions of an order-by must be numbers or strings, got {value}",
            "T2009" => $"The values {value} and {second} on the two sides of \"{token}\" must be of the same type",
            "T2010" => $"The values on the two sides of \"{token}\" must be numbers or strings, got {value}",
            "T2011" => $"The update clause of a transformation must be an object, got {value}",
            "T2012" => $"The delete clause of a transformation must be a string or an array of strings, got {value}",
            "T2013" => "A transformation copies its input with $clone, which is bound to something else here",
            "D2014" => $"A range can have at most 10,000,000 items, this one has {value}",
            "D3001" => "A number that is not finite cannot become a string",
            "D3010" => "The second argument of $replace cannot be an empty string",
            "D3011" => "The fourth argument of $replace must be a positive number",
            "D3012" => $"The function given to $replace must return a string, got {value}",
            "D3020" => "The third argument of $split must be a positive number",
            "D3030" => $"The value {value} cannot become a number",
            "D3040" => "The third argument of $match must be a positive number",
            "D3050" => "The function given to $reduce must take at least two arguments",
            "D3060" => $"The square root of the negative number {value} does not exist",
            "D3061" => $"$power of {value} and {second} is not a JSON number",
            "D3070" => "$sort without a comparing function takes only an array of strings or an array of numbers",
            "D3080" => "The picture can have at most two sub-pictures",
            "D3081" => "The sub-picture has more than one decimal separator",
            "D3082" => "The sub-picture has more than one percent sign",
            "D3083" => "The sub-picture has more than one per-mille sign",
            "D3084" => "The sub-picture has both a percent and a per-mille sign",
            "D3085" => "The sub-picture's mantissa has no digit",
            "D3086" => "The sub-picture has a passive character between active ones",
            "D3087" => "The sub-picture has a grouping separator next to its decimal separator",
            "D3088" => "The sub-picture has a grouping separator at the end of its integer part",
            "D3089" => "The sub-picture has two grouping separators side by side",
            "D3090" => "The sub-picture's integer part has an optional digit after a mandatory one",
            "D3091" => "The sub-picture's fractional part has a mandatory digit after an optional one",
            "D3092" => "The sub-picture has an exponent beside a percent or per-mille sign",
            "D3093" => "The sub-picture's exponent must be mandatory digits only",
            "D3100" => $"The radix of $formatBase must be from 2 to 36, got {value}",
            "D3110" => $"The argument of $toMillis must be an ISO 8601 timestamp, got {value}",
            "D3120" => $"Syntax error in the expression given to $eval: {detail}",
            "D3121" => $"Error in the evaluation of the expression given to $eval: {detail}",
            "D3130" => $"Integers cannot be written as a sequence that starts with {value}",
            "D3131" => "The digits of a digit pattern must all be from one family",
            "D3132" => $"Unknown component {value} in the date/time picture",
            "D3133" => $"In a date/time picture only months and days have names, not {value}",
            "D3134" => "The time zone's digit pattern can have at most four digits",
            "D3135" => "A bracket of the date/time picture is not closed with ]",
            "D3136" => "The date/time picture lacks components that are needed to read the timestamp",
            "D3137" or "D3141" => detail ?? "",
            "D3138" => "$single expected exactly one match and found more",
            "D3139" => "$single expected exactly one match and found none",
            "D3140" => $"The text given to ${token}() is not well-formed: {value}",
            "U1001" => $"The expression was stopped: {detail}",
            _ => detail ?? "The evaluation failed",
        };
    }

    // What nobody could read is named, not shown.
    private static string? Shown(Value? value)
    {
        const int MostShown = 100_000;
        return value is null || value.Weight <= MostShown ? value?.ToJson() : $"({(value is ArrayValue ? "an array" : value is ObjectValue ? "an object" : "a text")} too large to show)";
    }
}
