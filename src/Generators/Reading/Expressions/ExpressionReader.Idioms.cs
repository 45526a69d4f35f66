using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading.Expressions;

// Calls of the framework that have a counterpart as a whole: hashes, Base64, JSON texts, random numbers.
internal sealed partial class ExpressionReader
{
    private static readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal)
    {
        ["MD5"] = "MD5", ["SHA1"] = "SHA-1", ["SHA256"] = "SHA-256", ["SHA384"] = "SHA-384", ["SHA512"] = "SHA-512",
    };

    /// <summary>The meaning of such a call; null for another call.</summary>
    private Expr? ReadIdiom(IInvocationOperation call, IReadScope scope)
    {
        var method = call.TargetMethod;
        if (method is { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && call.Instance is not null)
            return ReadValueOrDefault(call, scope);
        return (method.ContainingType.FullName(), method.Name) switch
        {
            ("System.Convert", "ToBase64String") => Utf8(call.Arguments[0].Value) is { } text ? OfText(text, scope, Encoded) : NoBytes(call, scope),
            ("System.Text.Encoding", "GetString") => IsUtf8(call.Instance) && Base64(call.Arguments[0].Value) is { } text ? OfText(text, scope, Decoded) : NoBytes(call, scope),
            ("System.Convert", "ToHexString") => Hashed(call.Arguments[0].Value) is var (text, algorithm)
                ? OfText(text, scope, t => Call("uppercase", JsonType.String, Hash(t, algorithm)))
                : NoBytes(call, scope),
            ("System.Convert", "ToHexStringLower") => Hashed(call.Arguments[0].Value) is var (text, algorithm) ? OfText(text, scope, t => Hash(t, algorithm)) : NoBytes(call, scope),
            ("System.Text.Encoding", _) or (_, "HashData" or "FromBase64String") => NoBytes(call, scope),
            ("System.Random", _) => ReadRandom(call, scope),
            ("System.Text.Json.JsonSerializer", _) => ReadJson(call, scope),
            ("System.Enum", "Parse") when method.TypeArguments is [var type] && call.Arguments.Length == 1 => ReadEnumParse(call, type, scope),
            _ when method.Name.StartsWith("Try", StringComparison.Ordinal) && method.Parameters.Any(p => p.RefKind == RefKind.Out) && Types.Read(method.ContainingType).Kind != JsonKind.Dictionary
                => ReadTry(call, scope),
            _ => null,
        };
    }

    private static InvalidExpr ReadTry(IInvocationOperation call, IReadScope scope)
    {
        foreach (var declared in call.Arguments.Select(a => a.Value).OfType<IDeclarationExpressionOperation>())
        {
            if (declared.Expression is ILocalReferenceOperation { Local: var local })
                scope.Declare(local, new InvalidExpr());
        }

        return NoCounterpart(call, scope, "there are no 'out' results; test the text first, such as with Regex.IsMatch, and then use Parse");
    }

    private static InvalidExpr NoBytes(IInvocationOperation call, IReadScope scope) => NoCounterpart(
        call,
        scope,
        "there are no bytes there; write Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), Encoding.UTF8.GetString(Convert.FromBase64String(text)) or "
        + "Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))");

    private Expr OfText(IOperation operation, IReadScope scope, Func<Expr, Expr> use) =>
        Require(Read(operation, scope), "ArgumentNullException") is { } text and not InvalidExpr ? use(text) : new InvalidExpr();

    private static CallExpr Hash(Expr text, string algorithm) => Call("hash", JsonType.String, text, ConstantExpr.Of(algorithm));

    // JSONata's Base64 takes a character for a byte, so text outside ASCII fails instead of being written in another encoding.
    private Expr Encoded(Expr text) => Once(text, "text", t => new ConditionalExpr(
        OutsideAscii(t), new FailExpr("NotSupportedException", JsonType.String), Call("base64encode", JsonType.String, t), JsonType.String));

    private Expr Decoded(Expr text) => Once(text, "text", t =>
    {
        var pattern = new RegexExpr("^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$");
        var isBase64 = Logic.Or(Binary(BinaryOperator.Equal, t, ConstantExpr.Of("")), Call("contains", JsonType.Boolean, t, pattern));
        var decoded = Once(Call("base64decode", JsonType.String, t), "decoded", d =>
            new ConditionalExpr(OutsideAscii(d), new FailExpr("NotSupportedException", JsonType.String), d, JsonType.String));
        return new ConditionalExpr(isBase64, decoded, new FailExpr("FormatException", JsonType.String), JsonType.String);
    });

    private static CallExpr OutsideAscii(Expr text) => Call("contains", JsonType.Boolean, text, new RegexExpr(@"[^\x00-\x7f]"));

    private static bool IsUtf8(IOperation? encoding) => Unwrap(encoding) is IPropertyReferenceOperation { Property: { Name: "UTF8", ContainingType.Name: "Encoding" } };

    // Encoding.UTF8.GetBytes(text)
    private static IOperation? Utf8(IOperation operation) =>
        Unwrap(operation) is IInvocationOperation { TargetMethod.Name: "GetBytes", Arguments: [{ Value: var text }] } call && IsUtf8(call.Instance) ? text : null;

    private static IOperation? Base64(IOperation operation) =>
        Unwrap(operation) is IInvocationOperation { TargetMethod: { Name: "FromBase64String", ContainingType.Name: "Convert" }, Arguments: [{ Value: var text }] } ? text : null;

    // SHA256.HashData(Encoding.UTF8.GetBytes(text))
    private static (IOperation Text, string Algorithm)? Hashed(IOperation operation) =>
        Unwrap(operation) is IInvocationOperation { TargetMethod: { Name: "HashData", ContainingType.Name: var name }, Arguments: [{ Value: var bytes }] }
        && _hashes.TryGetValue(name, out var algorithm) && Utf8(bytes) is { } text
            ? (text, algorithm)
            : null;

    // Random.Shared.Next(a, b) ──▶ a + $floor($random() * (b - a))
    private Expr ReadRandom(IInvocationOperation call, IReadScope scope)
    {
        if (Unwrap(call.Instance) is not IPropertyReferenceOperation { Property.Name: "Shared" })
            return NoCounterpart(call, scope, "use Random.Shared");
        var random = new CallExpr("random", [], JsonType.Number, CallTraits.IsVolatile);
        var arguments = InOrder(call).Select(a => Read(a.Value, scope)).ToList();
        if (arguments.Any(a => a is InvalidExpr))
            return new InvalidExpr();
        return (call.TargetMethod.Name, arguments) switch
        {
            ("NextDouble", []) => random,
            ("Next", [var most]) => NotNegative(most, n => Floor(n)),
            ("Next", [var least, var most]) => Once(least, "least", low => Once(most, "most", high => new ConditionalExpr(
                Binary(BinaryOperator.LessOrEqual, low, high),
                new BinaryExpr(BinaryOperator.Add, low, Floor(new BinaryExpr(BinaryOperator.Subtract, high, low, JsonType.Integer)), JsonType.Integer),
                new FailExpr("ArgumentOutOfRangeException", JsonType.Integer),
                JsonType.Integer))),
            _ => NoCounterpart(call, scope, "use Random.Shared.Next(most), Next(least, most) or NextDouble()"),
        };

        Expr Floor(Expr count) => Call("floor", JsonType.Integer, new BinaryExpr(BinaryOperator.Multiply, random, count, JsonType.Number));
    }

    private Expr ReadValueOrDefault(IInvocationOperation call, IReadScope scope)
    {
        var value = Read(call.Instance!, scope);
        var otherwise = call.Arguments.Length > 0 ? Read(call.Arguments[0].Value, scope) : Default(Types.Read(call.Type!));
        if (value is InvalidExpr || otherwise is InvalidExpr)
            return new InvalidExpr();
        return value.Type.IsNullable ? Once(value, "value", v => Choose(new NullTestExpr(v, IsNotNull: true), v.NotNull(), otherwise, call.Type)) : value;
    }

    // Enum.Parse<T>(text) ──▶ text in ['A', 'B'] ? text : $error('ArgumentException')
    private Expr ReadEnumParse(IInvocationOperation call, ITypeSymbol type, IReadScope scope)
    {
        var json = Types.Read(type);
        var text = Require(Read(call.Arguments[0].Value, scope), "ArgumentNullException");
        if (text is InvalidExpr || json.Kind != JsonKind.Enum || text.Type.Kind != JsonKind.String)
            return text is InvalidExpr ? text : NoCounterpart(call, scope, "only an enum without [Flags] is read from a string");
        var names = new ArrayExpr([.. json.EnumMembers.Select(m => new ArrayItem(ConstantExpr.Of(m)))], JsonType.Array(JsonType.String));
        return Once(text, "name", t => new ConditionalExpr(
            new BinaryExpr(BinaryOperator.In, t, names, JsonType.Boolean), t with { Type = json }, new FailExpr("ArgumentException", json), json));
    }
}
