using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

/// <summary>Turns C# expressions into <see cref="Expr"/>. One per workflow; it never throws on an author's code.</summary>
/// <remarks>The partial files hold a construct each; this one says which construct goes where.</remarks>
internal sealed partial class ExpressionReader(Compilation compilation)
{
    private int _lastBoundId;

    /// <summary>Where the bodies of other methods are found.</summary>
    public SemanticModels Models { get; } = new(compilation);

    /// <summary>How C# types look in JSON.</summary>
    public JsonTypeReader Types { get; } = new();

    private Expr ReadAny(IOperation operation, IReadScope scope) => operation switch
    {
        { ConstantValue.HasValue: true, Type: not null } or ILiteralOperation => ReadConstant(operation, scope),
        ILocalReferenceOperation local => ReadName(local, local.Local, scope),
        IParameterReferenceOperation parameter => ReadName(parameter, parameter.Parameter, scope),
        IFieldReferenceOperation field => ReadField(field, scope),
        IPropertyReferenceOperation property => ReadProperty(property, scope),
        IConversionOperation conversion => ReadConversion(conversion, scope),
        IBinaryOperation binary => ReadBinary(binary, scope),
        IUnaryOperation unary => ReadUnary(unary, scope),
        IConditionalOperation { WhenFalse: not null } conditional => ReadConditional(conditional, scope),
        ICoalesceOperation coalesce => ReadCoalesce(coalesce.Value, coalesce.WhenNull, coalesce.Type, scope),
        IConditionalAccessOperation access => ReadConditionalAccess(access, scope),
        IConditionalAccessInstanceOperation => _accessed.Peek(),
        IIsTypeOperation type => ReadIsType(type, scope),
        IIsPatternOperation pattern => ReadIsPattern(pattern, scope),
        ISwitchExpressionOperation switched => ReadSwitch(switched, scope),
        IInterpolatedStringOperation text => ReadInterpolation(text, scope),
        IObjectCreationOperation creation => ReadCreation(creation, scope),
        IAnonymousObjectCreationOperation creation => ReadAnonymous(creation, scope),
        IWithOperation with => ReadWith(with, scope),
        IArrayCreationOperation array => ReadArray(array, scope),
        ICollectionExpressionOperation collection => ReadCollection(collection, scope),
        ITupleOperation tuple => ReadTuple(tuple, scope),
        ITupleBinaryOperation tuples => ReadTupleEquality(tuples, scope),
        IArrayElementReferenceOperation { Indices: [var index] } element => ReadItem(element, Read(element.ArrayReference, scope), index, scope),
        IImplicitIndexerReferenceOperation indexer => ReadItem(indexer, Read(indexer.Instance, scope), indexer.Argument, scope),
        IInvocationOperation call => ReadCall(call, scope),
        IDefaultValueOperation value => Default(Types.Read(value.Type!)),
        IThrowOperation thrown => ReadThrow(thrown, scope),
        ITranslatedQueryOperation query => Read(query.Operation, scope),
        IParenthesizedOperation parenthesized => Read(parenthesized.Operand, scope),
        IDiscardOperation or IInvalidOperation => new InvalidExpr(), // the C# compiler reports it
        IAwaitOperation awaited => Invalid(scope, ExpressionDescriptors.AwaitPosition, awaited.Syntax.GetLocation()),
        IAssignmentOperation or IIncrementOrDecrementOperation => Invalid(
            scope, ExpressionDescriptors.Mutation, operation.Syntax.GetLocation(), operation.Syntax.ToString(), "assign in a statement of its own"),
        IInstanceReferenceOperation when _owners.Count > 0 => _owners.Peek(),
        IInstanceReferenceOperation => NoCounterpart(operation, scope, "a workflow has no state besides its local variables; pass values as parameters"),
        IAnonymousFunctionOperation or IDelegateCreationOperation => NoCounterpart(operation, scope, "a function is no value there; call a method instead"),
        _ => NoCounterpart(operation, scope, "use the operators, records, LINQ and string methods that docs/authoring.md lists, or a Lambda function"),
    };

    /// <summary>A new variable for <see cref="LetExpr"/> or <see cref="LambdaExpr"/>.</summary>
    /// <param name="hint">Name in C#, or what describes the value.</param>
    /// <param name="type">Type of its value.</param>
    public BoundExpr NewBound(string hint, JsonType type) => new(++_lastBoundId, hint, type);

    /// <summary>Uses a value any number of times and evaluates it once.</summary>
    public Expr Once(Expr value, string hint, Func<Expr, Expr> body)
    {
        if (value.IsSimple())
            return body(value);
        var variable = NewBound(hint, value.Type);
        return new LetExpr(variable, value, body(variable));
    }

    private static InvalidExpr Invalid(IReadScope scope, DiagnosticDescriptor descriptor, Location location, params object[] arguments)
    {
        scope.Report(descriptor, location, arguments);
        return new InvalidExpr();
    }

    private static InvalidExpr NoCounterpart(IOperation operation, IReadScope scope, string advice) =>
        Invalid(scope, ExpressionDescriptors.NoCounterpart, Spans.Narrowest(operation), Spans.Text(operation), advice);

    private static CallExpr Call(string function, JsonType type, params Expr[] arguments) => new(function, arguments.ToEquatableArray(), type);

    private static CallExpr FailingCall(string function, JsonType type, params Expr[] arguments) =>
        new(function, arguments.ToEquatableArray(), type, CallTraits.CanFail);
}
