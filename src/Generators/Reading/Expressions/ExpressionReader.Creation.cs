using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

internal sealed partial class ExpressionReader
{
    private Expr ReadCreation(IObjectCreationOperation operation, IReadScope scope)
    {
        if (operation.Type is not INamedTypeSymbol type || operation.Constructor is not { } constructor)
            return new InvalidExpr();
        if (type.IsOrDerivesFrom(ShapeNames.Resource))
            return ReadResource(operation, operation, scope);

        var json = Types.Read(type).NotNull();
        if (json.Kind is JsonKind.Array or JsonKind.Dictionary && operation.Arguments.IsEmpty)
            return ReadItems(operation, json, scope);
        if (json.Kind != JsonKind.Object)
        {
            var problem = Types.Problem(type) ?? Uncreatable(json);
            return Invalid(scope, ExpressionDescriptors.NotJson, operation.Syntax.GetLocation(), type.Name, problem);
        }

        var values = new Dictionary<string, (Expr Value, IOperation Source)>();
        foreach (var argument in operation.Arguments)
        {
            if (Property(type, argument.Parameter!) is not { } property)
                return NoCounterpart(argument, scope, $"the constructor of '{constructor.ContainingType.Name}' computes with it; use a record");
            values[property.Name] = (Read(argument.Value, scope), argument.IsImplicit ? operation : argument.Value);
        }

        foreach (var assignment in operation.Initializer?.Initializers ?? [])
        {
            if (assignment is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
                return NoCounterpart(assignment, scope, "assign whole members: Name = value");
            values[property.Name] = (Read(value, scope), value);
        }

        return Build(operation, type, json, values, scope);
    }

    private static string Uncreatable(JsonType type) => type.Kind switch
    {
        JsonKind.Array => "a list is not copied by its constructor; write [.. items]",
        JsonKind.Dictionary => "a dictionary is not copied; collect an array of records that have the key as a member: [.. items, item]",
        _ => "only records can be created; use a method that gives the value",
    };

    private Expr ReadAnonymous(IAnonymousObjectCreationOperation operation, IReadScope scope)
    {
        var values = new Dictionary<string, (Expr Value, IOperation Source)>();
        foreach (var assignment in operation.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Target is IPropertyReferenceOperation target)
                values[target.Property.Name] = (Read(assignment.Value, scope), assignment.Value);
        }

        return Build(operation, operation.Type!, Types.Read(operation.Type!).NotNull(), values, scope);
    }

    private Expr Build(IOperation operation, ITypeSymbol type, JsonType json, Dictionary<string, (Expr Value, IOperation Source)> values, IReadScope scope)
    {
        if (values.Values.Any(v => v.Value is InvalidExpr))
            return new InvalidExpr();

        var members = new List<ObjectMember>();
        foreach (var (property, member) in Types.MembersOf(type))
        {
            var (value, source) = values.TryGetValue(property.Name, out var given) ? given : (Initial(operation, property, member, scope), operation);
            if (Encode(value, member, source, scope) is not { } encoded)
                return new InvalidExpr();
            if (encoded is not { OmitWhenNull: true, Value: ConstantExpr { Value: null } })
                members.Add(encoded);
        }

        return members.Any(m => m.Value is InvalidExpr) ? new InvalidExpr() : new ObjectExpr(members.ToEquatableArray(), json);
    }

    // A member that nothing is given for has the value of its initializer, which only this project's source shows.
    private Expr Initial(IOperation operation, IPropertySymbol property, JsonMember member, IReadScope scope)
    {
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return NoCounterpart(operation, scope, $"the initial value of '{property.Name}' is not visible here; give it one: {property.Name} = …");
        return Initializer(property) is { } initializer ? Read(initializer, scope) : Default(member.Type);
    }

    /// <summary>A member with its value in the member's encoding; null where that was reported.</summary>
    private static ObjectMember? Encode(Expr value, JsonMember member, IOperation operation, IReadScope scope)
    {
        var problem = IsInternal(member.Type) || IsInternal(value.Type) ? "a TimeSpan, tuple or exception has no place in JSON; use a number, record or text"
            : member.Encoding == MemberEncoding.AttributeValues && value is not ConstantExpr { Value: null } ? AttributeProblem(value.Type, isItem: true)
            : null;
        if (problem is not null)
        {
            scope.Report(ExpressionDescriptors.NotJson, operation.Syntax.GetLocation(), member.PropertyName, problem);
            return null;
        }

        var isPlain = member.Encoding == MemberEncoding.Json || value is ConstantExpr { Value: null };
        return new ObjectMember(member.Name, isPlain ? value : new EncodedExpr(value, member.Encoding), member.OmitWhenNull);
    }

    private static bool IsInternal(JsonType type) => type.Kind is JsonKind.Duration or JsonKind.Tuple or JsonKind.Clock or JsonKind.Error;

    private static string? AttributeProblem(JsonType type, bool isItem = false) => type.Kind switch
    {
        JsonKind.Object when type.Members.Count == 0 => "a type that contains itself has no attribute-value form; use a flat record",
        JsonKind.Object => type.Members.Select(m => AttributeProblem(m.Type)).FirstOrDefault(p => p is not null),
        _ when isItem => "only a record has attributes; use a record with one member per attribute",
        JsonKind.Array => AttributeProblem(type.Element!),
        JsonKind.Boolean or JsonKind.Integer or JsonKind.Number or JsonKind.Decimal => null,
        JsonKind.String or JsonKind.Guid or JsonKind.Enum or JsonKind.Time or JsonKind.Resource => null,
        _ => "attribute values are strings, numbers, booleans, arrays and records",
    };

    // x with { A = v } ──▶ $merge([x, {'a': v}])
    private Expr ReadWith(IWithOperation operation, IReadScope scope)
    {
        var target = Require(Read(operation.Operand, scope));
        if (target is InvalidExpr)
            return target;
        if (target.Type.Kind != JsonKind.Object)
            return NoCounterpart(operation, scope, "only records can be copied");

        var members = new List<ObjectMember>();
        foreach (var assignment in operation.Initializer.Initializers)
        {
            if (assignment is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var given })
                return NoCounterpart(assignment, scope, "assign whole members: Name = value");
            var value = Read(given, scope);
            if (value is InvalidExpr || Encode(value, Types.MemberOf(property), given, scope) is not { } member)
                return new InvalidExpr();
            if (member.OmitWhenNull && value.Type.IsNullable)
                return NoCounterpart(assignment, scope, "a copy cannot leave a member out; create the request anew");
            members.Add(member with { OmitWhenNull = false });
        }

        return Access.Merge(target, members.ToEquatableArray());
    }

    private static IPropertySymbol? Property(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        var property = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => JsonTypeReader.IsData(p) && p.Name == parameter.Name);
        return property is not null && type.IsRecord ? property : null;
    }
}
