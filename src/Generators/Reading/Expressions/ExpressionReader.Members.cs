using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private const int ManyReads = 3;

    private readonly Dictionary<IPropertySymbol, HashSet<int>> _reads = new(SymbolEqualityComparer.Default);
    private readonly Stack<Expr> _owners = new(); // `this` of the computed members being read

    private Expr ReadProperty(IPropertyReferenceOperation operation, IReadScope scope)
    {
        var property = operation.Property;
        if (operation.Instance is null)
            return ReadStaticProperty(operation, property, scope);
        if (IsRegex(property))
            return ReadRegexMember(operation, scope);
        if (operation.Instance is IInstanceReferenceOperation && _owners.Count == 0)
            return NoCounterpart(operation, scope, "a workflow has no state besides its local variables; pass values as parameters");

        var owner = Read(operation.Instance, scope);
        if (owner is InvalidExpr)
            return owner;
        if (property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return property.Name == "HasValue" ? new NullTestExpr(owner, IsNotNull: true) : Require(owner, "InvalidOperationException");
        if (property.IsIndexer)
            return ReadIndexer(operation, owner, scope);
        return Refine(ReadMember(operation, property, Require(owner), scope), operation);
    }

    private Expr ReadStaticProperty(IPropertyReferenceOperation operation, IPropertySymbol property, IReadScope scope) =>
        (property.ContainingType.FullName(), property.Name) switch
    {
        ("System.DateTimeOffset", "UtcNow") => Times.Now,
        ("System.DateTimeOffset", "Now") or ("System.DateTime", _) => Invalid(
            scope, ExpressionDescriptors.LocalTime, Spans.Narrowest(operation), operation.Syntax.ToString(), "use DateTimeOffset.UtcNow"),
        _ when property.SetMethod is not null => NoCounterpart(operation, scope, "it may change; make it 'static readonly'"),
        _ => ReadStatic(operation, property, property.Type, scope),
    };

    /// <summary>A property of a value that is not null.</summary>
    private Expr ReadMember(IOperation operation, IPropertySymbol property, Expr owner, IReadScope scope)
    {
        switch (owner.Type.Kind)
        {
            case JsonKind.String when property.Name == "Length":
                return Call("length", JsonType.Integer, owner);
            case JsonKind.Array when property.Name is "Length" or "Count" or "LongLength":
                return Count(owner);
            case JsonKind.Dictionary when property.Name == "Count":
                return Count(Call("keys", JsonType.Array(JsonType.String), owner));
            case JsonKind.Dictionary when property.Name == "Keys":
                return Call("keys", JsonType.Array(JsonType.String), owner);
            case JsonKind.Dictionary when property.Name == "Values":
                return Values(owner, owner.Type.Element!);
            case JsonKind.Group when property.Name == "Key":
                return Access.Member(owner, "key", owner.Type.Members[0].Type);
            case JsonKind.Time or JsonKind.Duration:
                return ReadTimeMember(operation, property, owner, scope);
            case JsonKind.Error when property.Name == "Message":
                return ErrorMessage(owner);
            case JsonKind.Resource when property.Name == "LogicalId" && owner is ResourceExpr resource:
                return ConstantExpr.Of(resource.LogicalId);
            case JsonKind.Resource when property.Name == "Arn" && owner is ResourceExpr resource:
                return resource with { Substitution = resource.LogicalId + "Arn", Value = resource.Arn };
            case JsonKind.Object:
                return ReadObjectMember(operation, property, owner, scope);
            default:
                return NoCounterpart(operation, scope, "this member is not part of the value's JSON; compute it from what is");
        }
    }

    private Expr ReadObjectMember(IOperation operation, IPropertySymbol property, Expr owner, IReadScope scope)
    {
        if (!JsonTypeReader.IsData(property))
            return ReadComputed(operation, property, owner, scope);

        if (Types.Collision(property.ContainingType) is var (first, second, name) && property.Name is var asked && (asked == first || asked == second))
            return Invalid(scope, ExpressionDescriptors.NameCollision, Spans.Narrowest(operation), first, second, name);
        var member = Types.MemberOf(property);
        if (member.Type.Kind is not (JsonKind.Unknown or JsonKind.Duration))
        {
            var read = Access.Member(owner, member.Name, member.Type);
            if (read is MemberExpr { Type.IsNullable: true } && IsOfInput(owner))
                CountReads(operation, property, scope);
            return read is MemberExpr && IsOfInput(owner) && !member.Type.IsNullable && HasDefault(property)
                ? Invalid(scope, ExpressionDescriptors.InputDefault, Spans.Narrowest(operation), property.Name)
                : read;
        }

        var problem = Types.Problem(property.Type) ?? "JSON does not know TimeSpan; use a number with its unit in the name";
        return Invalid(scope, IsTimeMember(property.Type) ? ExpressionDescriptors.TimeMember : ExpressionDescriptors.NotJson, Spans.Narrowest(operation), property.Name, problem);
    }

    private static bool IsTimeMember(ITypeSymbol type) =>
        (type.NullableValue() ?? type).FullName() is "System.TimeSpan" or "System.DateTime" or "System.DateOnly" or "System.TimeOnly";

    // Once is enough to say it.
    private void CountReads(IOperation operation, IPropertySymbol property, IReadScope scope)
    {
        if (!_reads.TryGetValue(property, out var places))
            _reads[property] = places = [];
        if (places.Add(operation.Syntax.SpanStart) && places.Count == ManyReads)
            scope.Report(ExpressionDescriptors.RepeatedNormalisation, Spans.Narrowest(operation), property.Name, ManyReads);
    }

    private static bool IsOfInput(Expr expr) => expr switch
    {
        InputExpr => true,
        MemberExpr member => IsOfInput(member.Target),
        ItemExpr item => IsOfInput(item.Target),
        _ => false,
    };

    private static bool HasDefault(IPropertySymbol property) => property.ContainingType.InstanceConstructors.Any(
        c => c.Parameters.Any(p => p.HasExplicitDefaultValue && string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)));

    // public int Total => A + B; is read as if it stood here.
    private Expr ReadComputed(IOperation operation, IPropertySymbol property, Expr owner, IReadScope scope)
    {
        if (Initializer(property) is not { } body || !_reading.Add(property))
            return NoCounterpart(operation, scope, "it is computed by code that is not visible here; compute it in the workflow");
        var value = Once(owner, property.ContainingType.Name, o =>
        {
            _owners.Push(o);
            var read = Read(body, new InnerScope(scope));
            _owners.Pop();
            return read;
        });
        _reading.Remove(property);
        return value;
    }

    private Expr ReadIndexer(IPropertyReferenceOperation operation, Expr owner, IReadScope scope)
    {
        owner = Require(owner);
        if (owner is InvalidExpr || operation.Arguments is not [{ Value: var argument }])
            return NoCounterpart(operation, scope, "an indexer takes one index");
        if (owner.Type is not { Kind: JsonKind.Dictionary, Element: { } element })
            return ReadItem(operation, owner, argument, scope);

        var key = Require(Read(argument, scope), "ArgumentNullException");
        return key is InvalidExpr ? key : Refine(new LookupExpr(owner, key, element), operation);
    }

    // A handler's exception arrives as {"errorType": …, "errorMessage": …} in Cause; a service's as plain text.
    private Expr ErrorMessage(Expr error) => Once(Access.Member(error, "Cause", JsonType.String), "cause", cause =>
    {
        var isJson = Binary(BinaryOperator.Equal, Call("substring", JsonType.String, cause, ConstantExpr.Of(0), ConstantExpr.Of(1)), ConstantExpr.Of("{"));
        // Cause is cut only far above what the runtime reports, and a message never fails in C#.
        var message = Once(Call("parse", JsonType.Object("Error", []), cause), "parsed", parsed =>
        {
            var own = new MemberExpr(parsed, "errorMessage", JsonType.String.OrNull());
            return new ConditionalExpr(new NullTestExpr(own, IsNotNull: true), own.NotNull(), cause, JsonType.String);
        });
        return new ConditionalExpr(isJson, message, cause, JsonType.String);
    });
}
