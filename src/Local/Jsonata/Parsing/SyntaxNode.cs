using Aot.Local.Json;

namespace Aot.Local.Jsonata.Parsing;

internal enum SyntaxKind
{
    End,
    Name,
    Variable,
    String,
    Number,
    Constant,
    Regex,
    Operator,
    Binary,
    Unary,
    Wildcard,
    Descendant,
    Parent,
    Condition,
    Block,
    Bind,
    Call,
    PartialCall,
    Lambda,
    Apply,
    Transform,
    Path,
    Sort,
    ArrayConstructor,
    ObjectConstructor,
    TailCall,
}

/// <summary>A node of the syntax tree: the parser makes it, <see cref="PathShaper"/> reshapes it, <see cref="NodeBuilder"/> turns it into what is evaluated.</summary>
internal sealed class SyntaxNode(SyntaxKind kind, int position)
{
    public SyntaxKind Kind { get; set; } = kind;

    public int Position { get; } = position;

    /// <summary>The operator, name, variable (without dollar) or string.</summary>
    public string Text { get; init; } = "";

    public Value? Literal { get; set; }

    public SyntaxNode? Left { get; set; }

    public SyntaxNode? Right { get; set; }

    /// <summary>The else of a condition, the delete clause of a transformation.</summary>
    public SyntaxNode? Third { get; set; }

    /// <summary>Arguments, parameters, items of a constructor or expressions of a block.</summary>
    public List<SyntaxNode> Items { get; init; } = [];

    /// <summary>Key and value expressions of an object constructor.</summary>
    public List<(SyntaxNode Key, SyntaxNode Value)> Pairs { get; init; } = [];

    public List<SortTermSyntax> Terms { get; init; } = [];

    public Signature? Signature { get; set; }

    // From here on: what shaping finds out.

    public List<SyntaxNode> Steps { get; init; } = [];

    /// <summary>Filters on the value of a node that stands on its own.</summary>
    public List<StageSyntax>? Predicates { get; set; }

    /// <summary>Filters and index bindings on each result of a step of a path.</summary>
    public List<StageSyntax>? Stages { get; set; }

    public SyntaxNode? Group { get; set; }

    /// <summary>The node was followed by <c>[]</c>.</summary>
    public bool KeepsArray { get; set; }

    /// <summary>A step of this path was followed by <c>[]</c>.</summary>
    public bool KeepsSingletonArray { get; set; }

    /// <summary>An array constructor whose result a path must not flatten.</summary>
    public bool IsConstructorStep { get; set; }

    /// <summary>The step carries bindings along with its items.</summary>
    public bool IsTuple { get; set; }

    /// <summary>The variable that <c>@</c> binds.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable that <c>#</c> binds.</summary>
    public string? Index { get; set; }

    /// <summary>The slot in which this step leaves its own context for a later <c>%</c>.</summary>
    public ParentSlot? Ancestor { get; set; }

    /// <summary>The slot that a <c>%</c> reads.</summary>
    public ParentSlot? Slot { get; init; }

    public List<ParentSlot>? SeekingParents { get; set; }
}

internal sealed record SortTermSyntax(SyntaxNode Expression, bool IsDescending);

/// <summary>A filter, or the binding of an item's position to a variable.</summary>
internal sealed record StageSyntax(SyntaxNode? Filter, string? Index, int Position);

/// <summary>Where the context of an earlier step is kept for a <c>%</c>, and how many steps up that one looks.</summary>
internal sealed class ParentSlot(string label)
{
    public string Label { get; set; } = label;

    public int Level { get; set; } = 1;
}
