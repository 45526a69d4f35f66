namespace Aot.Generators.Ir.Expressions;

/// <summary>A workflow variable: <c>$name</c>.</summary>
internal sealed record VariableExpr(string Name, JsonType Type) : Expr(Type);

/// <summary>A variable that the expression itself binds: a lambda's parameter or the variable of a <see cref="LetExpr"/>.</summary>
/// <param name="Id">Unique among the expressions of one reader.</param>
/// <param name="Hint">Name in C#, or what describes the value; the writer makes it unique and legal.</param>
/// <param name="Type">Type of the bound value.</param>
internal sealed record BoundExpr(int Id, string Hint, JsonType Type) : Expr(Type);

/// <summary>The workflow's input, the parameter of <c>RunAsync</c>: <c>$states.context.Execution.Input</c>, the same in every state.</summary>
internal sealed record InputExpr(JsonType Type) : Expr(Type);

/// <summary>The input of the state that the expression stands in: <c>$states.input</c>.</summary>
internal sealed record StateInputExpr(JsonType Type) : Expr(Type);

/// <summary>The result of the task, parallel or map state that the expression stands in: <c>$states.result</c>.</summary>
/// <remarks>A part of it is a <see cref="MemberExpr"/> (<c>.Payload</c>) or <see cref="ItemExpr"/> (a branch's result) over this.</remarks>
internal sealed record TaskResultExpr(JsonType Type) : Expr(Type);

/// <summary>The error that a catcher caught: <c>$states.errorOutput</c>.</summary>
internal sealed record ErrorExpr() : Expr(JsonType.Error);

/// <summary>The context object: <c>$states.context</c>; its parts are <see cref="MemberExpr"/> over this.</summary>
internal sealed record ContextExpr() : Expr(JsonType.Object("Context", []));
