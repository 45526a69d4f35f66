using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Reading.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

/// <summary>Reads the body of <c>RunAsync</c>, and of every private method it calls, into steps.</summary>
/// <remarks>One partial file per group of constructs. Whatever it does not know it reports at its span, and goes on.</remarks>
internal sealed partial class WorkflowReader : IReadScope
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _class;
    private readonly DiagnosticSink _sink;
    private readonly CancellationToken _cancellation;
    private readonly ExpressionReader _expressions;
    private readonly VariableNames _names;
    private readonly Dictionary<ISymbol, Binding> _bindings = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly List<string> _maybeUnassigned = [];
    private readonly Dictionary<string, CalledFunction> _functions = new(StringComparer.Ordinal);
    private readonly List<Permission> _permissions = [];
    private bool _isExpress;
    private string _machineName = "";
    private int? _timeoutSeconds;
    private List<Step> _steps = [];
    private Place _place = new();
    private int _order;
    private int _labels;

    public WorkflowReader(Compilation compilation, INamedTypeSymbol workflowClass, bool isExpress, DiagnosticSink sink, CancellationToken cancellation)
    {
        _compilation = compilation;
        _class = workflowClass;
        _isExpress = isExpress;
        _sink = sink;
        _cancellation = cancellation;
        _expressions = new ExpressionReader(compilation);
        _names = new VariableNames(() => _order);
    }

    public Workflow Read(WorkflowFacts facts, IMethodSymbol runAsync)
    {
        _machineName = facts.Name;
        _timeoutSeconds = facts.TimeoutSeconds;
        PayloadCheck.Report(runAsync, _expressions.Types, _sink);
        var body = ReadBlock(() =>
        {
            var operation = BodyOf(runAsync);
            foreach (var parameter in runAsync.Parameters)
                BindInput(parameter, operation);
            _place = _place with { Methods = [runAsync] };
            ReadBody(operation);
        });
        AddClassPermissions();
        return new Workflow(
            facts,
            body,
            _maybeUnassigned.ToEquatableArray(),
            _functions.Values.OrderBy(f => f.LogicalId, StringComparer.Ordinal).ToEquatableArray(),
            _permissions.Distinct().ToEquatableArray());
    }

    /// <summary>A variable for an expression that evaluates a part once.</summary>
    public BoundExpr NewBound(string hint, JsonType type) => _expressions.NewBound(hint, type);

    /// <summary>A name that no other variable of the machine has.</summary>
    public string NewVariable(string hint) => _names.Create(hint);

    /// <inheritdoc/>
    public Expr? Lookup(ISymbol symbol)
    {
        if (_bindings.TryGetValue(symbol, out var binding))
            return binding.Value;

        // A dependency has no value, but the expression reader must recognise the calls of a TimeProvider.
        return symbol is IParameterSymbol parameter && parameter.Type.FullName() == "System.TimeProvider" ? new VariableExpr(parameter.Name, JsonType.Clock) : null;
    }

    /// <inheritdoc/>
    public void Declare(ILocalSymbol local, Expr value)
    {
        var variable = NewVariable(local, value.Type);
        Add(new AssignStep(At(variable, LocationOf(local)), variable, value));
    }

    /// <inheritdoc/>
    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) => _sink.Report(descriptor, location, arguments);

    // The parameter of RunAsync is the execution's input in every state; one that is assigned becomes a variable first.
    private void BindInput(IParameterSymbol parameter, IOperation? body)
    {
        var type = _expressions.Types.Read(parameter.Type);
        var input = new InputExpr(type);
        if (body is null || !IsAssigned(parameter, body))
        {
            _bindings[parameter] = new Binding(input, _place.Branch);
            return;
        }

        var variable = NewVariable(parameter, type);
        Add(new AssignStep(At(variable, LocationOf(parameter)), variable, input));
    }

    private void ReadBody(IOperation? body)
    {
        _assigned.UnionWith(body is null ? [] : AssignedIn(body));
        switch (body)
        {
            case IMethodBodyOperation { BlockBody: { } block }:
                ReadStatement(block);
                break;
            case IMethodBodyOperation { ExpressionBody: { } expression }:
                ReadStatement(expression);
                break;
            case ILocalFunctionOperation { Body: { } block }:
                ReadStatement(block);
                break;
            case IBlockOperation block:
                ReadStatement(block);
                break;
            default:
                _sink.Reject();
                break;
        }
    }

    private IOperation? BodyOf(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        return syntax is null ? null : _expressions.Models.Of(syntax.SyntaxTree).GetOperation(syntax, _cancellation);
    }

    private Block ReadBlock(Action read)
    {
        var outer = _steps;
        _steps = [];
        read();
        var block = new Block(_steps.ToEquatableArray());
        _steps = outer;
        return block;
    }

    private Block ReadBlock(IOperation? statement) => ReadBlock(() =>
    {
        if (statement is not null)
            ReadStatement(statement);
    });

    private void Add(Step step) => _steps.Add(step);

    private Origin At(string word, Location location) => new(_order++, _place.Prefix + word, location);

    private Origin At(string word, IOperation operation) => At(word, operation.Syntax.GetLocation());

    private Label NewLabel() => new(_labels++);

    private string NewVariable(ISymbol symbol, JsonType type)
    {
        var name = _names.Create(symbol.Name);
        // What is assigned later may be a time of another offset.
        var kept = type.IsUtc && _assigned.Contains(symbol) ? type with { IsUtc = false } : type;
        _bindings[symbol] = new Binding(new VariableExpr(name, kept), _place.Branch);
        return name;
    }

    private Expr ReadExpression(IOperation operation) => ReadExpression(operation, () => _expressions.Read(operation, this));

    private Expr ReadExpression(IOperation operation, Func<Expr> read)
    {
        var awaited = operation.DescendantsAndSelf().OfType<IAwaitOperation>().FirstOrDefault(a => !IsInLambda(a, operation));
        if (awaited is null)
        {
            var expression = read();
            if (expression.Descendants().Any(e => e is InvalidExpr))
                _sink.Reject();
            return expression;
        }

        _sink.Report(ExpressionDescriptors.AwaitPosition, AwaitKeyword(awaited));

        // What its patterns declare is known from now on, so that one mistake does not look like several.
        foreach (var local in operation.DescendantsAndSelf().OfType<IDeclarationPatternOperation>().Select(p => p.DeclaredSymbol).OfType<ILocalSymbol>())
            _bindings[local] = new Binding(new InvalidExpr(), _place.Branch);
        return new InvalidExpr();
    }

    private static bool IsInLambda(IOperation operation, IOperation root)
    {
        for (var current = operation; current is not null && current != root; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
                return true;
        }

        return root is IAnonymousFunctionOperation;
    }

    private static Location AwaitKeyword(IAwaitOperation awaited) =>
        awaited.Syntax is AwaitExpressionSyntax syntax ? syntax.AwaitKeyword.GetLocation() : awaited.Syntax.GetLocation();

    private static bool IsAssigned(ISymbol symbol, IOperation body) => AssignedIn(body).Contains(symbol, SymbolEqualityComparer.Default);

    // Variables that change after their declaration.
    private static IEnumerable<ISymbol> AssignedIn(IOperation body) => body.Descendants().SelectMany(o => o switch
    {
        IAssignmentOperation assignment => Named(assignment.Target),
        IIncrementOrDecrementOperation increment => Named(increment.Target),
        _ => [],
    });

    private static IEnumerable<ISymbol> Named(IOperation target) => target switch
    {
        IParameterReferenceOperation parameter => [parameter.Parameter],
        ILocalReferenceOperation local => [local.Local],
        ITupleOperation tuple => tuple.Elements.SelectMany(Named),
        _ => [],
    };

    private static Location LocationOf(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    private void Reject(IOperation operation, string what, string instead) =>
        _sink.Report(Descriptors.StatementNotTranslatable, operation.Syntax.GetLocation(), what, instead);

    /// <summary>The value of a C# variable, and how many branches deep it was declared.</summary>
    private sealed record Binding(Expr Value, int Branch);

    /// <summary>Where the reader stands.</summary>
    private sealed record Place
    {
        /// <summary>How many Parallel and Map branches are around it.</summary>
        public int Branch { get; init; }

        /// <summary>What the names of the states begin with.</summary>
        public string Prefix { get; init; } = "";

        /// <summary>Methods being read, innermost first.</summary>
        public EquatableArray<IMethodSymbol> Methods { get; init; }

        /// <summary>Where the <c>return</c> of an inlined method goes; null ends the machine or branch.</summary>
        public InlineFrame? Frame { get; init; }

        /// <summary>Blocks of this branch that run <c>finally</c> when they are left, innermost first.</summary>
        public EquatableArray<FinallyFrame> Finallies { get; init; }

        /// <summary>Catch clauses of this branch that a throw could reach, innermost first.</summary>
        public EquatableArray<Handler> Handlers { get; init; }

        /// <summary>The catch clause being read; <c>throw;</c> throws its error again.</summary>
        public Handler? Catching { get; init; }
    }

    /// <param name="End">Where the method's caller goes on.</param>
    /// <param name="Variable">What gets the result.</param>
    /// <param name="Finallies">How many <c>finally</c> blocks are around the call.</param>
    private sealed record InlineFrame(Label End, string? Variable, int Finallies);

    private sealed record Handler(ITypeSymbol Type, EquatableArray<string> ErrorNames, string Variable, Label Entry);
}
