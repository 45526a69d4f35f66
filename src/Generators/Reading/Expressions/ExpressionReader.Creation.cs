using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        if (json.Kind == JsonKind.Time)
            return ReadNewTime(operation, scope);
        if (json.Kind == JsonKind.Duration)
        {
            var parts = operation.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Read(a.Value, scope)).ToList();
            return parts.Any(p => p is InvalidExpr) ? new InvalidExpr()
                : ReadNewDuration(operation, parts) ?? NoCounterpart(operation, scope, "write TimeSpan.FromSeconds and its like, or new TimeSpan(hours, minutes, seconds)");
        }

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

        if (Types.Collision(type) is var (first, second, name))
            return Invalid(scope, ExpressionDescriptors.NameCollision, operation.Syntax.GetLocation(), first, second, name);
        var members = new List<ObjectMember>();
        foreach (var (property, member) in Types.MembersOf(type))
        {
            var (value, source) = values.TryGetValue(property.Name, out var given) ? given : (Initial(operation, property, member, scope), operation);
            if (Member(value, member, source, scope) is not { } built)
                return new InvalidExpr();
            if (built is not { OmitWhenNull: true, Value: ConstantExpr { Value: null } })
                members.Add(built);
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

    /// <summary>A member with its value; null where the value cannot stand there and that was reported.</summary>
    private static ObjectMember? Member(Expr value, JsonMember member, IOperation operation, IReadScope scope)
    {
        var problem = IsInternal(member.Type) || IsInternal(value.Type) ? "a TimeSpan, tuple or exception has no place in JSON; use a number, record or text"
            : member.Encoding == MemberEncoding.AttributeValues && value is not ConstantExpr { Value: null } ? AttributeTypes.Problem(value.Type, isItem: true)
            : null;
        if (problem is not null)
        {
            var descriptor = member.Type.Kind == JsonKind.Duration || value.Type.Kind == JsonKind.Duration ? ExpressionDescriptors.TimeMember : ExpressionDescriptors.NotJson;
            scope.Report(descriptor, operation.Syntax.GetLocation(), member.PropertyName, problem);
            return null;
        }

        CheckBounds(value, member, operation, scope);
        return new ObjectMember(member.Name, value, member.OmitWhenNull);
    }

    private static void CheckBounds(Expr value, JsonMember member, IOperation operation, IReadScope scope)
    {
        if (member.Bounds is not { } bounds)
            return;
        (double Size, string Unit)? given = value switch
        {
            ConstantExpr { Value: long number } => (number, ""),
            ConstantExpr { Value: double number } => (number, ""),
            ConstantExpr { Value: string text } => (text.Length, " characters long"),
            ArrayExpr list when !list.Items.Any(i => i.IsSpread) => (list.Items.Count, " items long"),
            _ => null,
        };
        if (given is { } actual && (actual.Size < bounds.Min || actual.Size > bounds.Max))
            scope.Report(Descriptors.OutOfRange, operation.Syntax.GetLocation(), member.PropertyName, $"{actual.Size}{actual.Unit}", $"{bounds.Min} to {bounds.Max}");
    }

    private static bool IsInternal(JsonType type) => 
        type.Kind is JsonKind.Duration or JsonKind.Tuple or JsonKind.Group or JsonKind.Match or JsonKind.Clock or JsonKind.Error || type is { Kind: JsonKind.Array, Element: { } item } && IsInternal(item);

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
            if (value is InvalidExpr || Member(value, Types.MemberOf(property), given, scope) is not { } member)
                return new InvalidExpr();
            members.Add(member);
        }

        return Access.Merge(WithoutNulls(target, members), members.ToEquatableArray());
    }

    // A copy that may null a member which is then left out starts from the others:
    // x with { A = maybe } ──▶ $merge([$sift(x, function($value, $name) { $not($name in ['A']) }), maybe = null ? {} : {'A': maybe}])
    private Expr WithoutNulls(Expr target, IReadOnlyList<ObjectMember> members)
    {
        var mayGo = members.Where(m => m.OmitWhenNull && m.Value.Type.IsNullable).Select(m => new ArrayItem(ConstantExpr.Of(m.Name))).ToEquatableArray();
        if (mayGo.Count == 0 || target is ObjectExpr)
            return target;
        var (value, name) = (NewBound("value", JsonType.Any), NewBound("name", JsonType.String));
        var isKept = Call("not", JsonType.Boolean, new BinaryExpr(BinaryOperator.In, name, new ArrayExpr(mayGo, JsonType.Array(JsonType.String)), JsonType.Boolean));
        return Call("sift", target.Type, target, new LambdaExpr([value, name], isKept));
    }

    private static IPropertySymbol? Property(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        if (!type.IsRecord)
            return null;
        var own = type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => JsonTypeReader.IsData(p) && p.Name == parameter.Name);
        return own ?? (HandedOn(type, parameter.Name) is { } inherited && type.BaseType is { } parent ? Property(parent, inherited) : null);
    }

    // record Circle(string Id, double Radius) : Shape(Id): the parameter of the base that gets the value as it is.
    private static IParameterSymbol? HandedOn(INamedTypeSymbol type, string parameter)
    {
        var given = type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<RecordDeclarationSyntax>()
            .SelectMany(r => r.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>() ?? [])
            .FirstOrDefault()?.ArgumentList.Arguments;
        if (given is not { } arguments || type.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == arguments.Count && !c.IsImplicitlyDeclared) is not { } constructor)
            return null;
        var position = arguments.IndexOf(a => a.NameColon is null && a.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter);
        return position < 0 ? null : constructor.Parameters[position];
    }
}
