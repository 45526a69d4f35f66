using Microsoft.CodeAnalysis;

namespace Aot.Generators.Reading;

/// <summary>The semantic models of one compilation, one per file: a new one would bind the same method again, which costs more than all of our passes.</summary>
internal sealed class SemanticModels(Compilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public SemanticModel Of(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out var known))
            return known;
#pragma warning disable RS1030 // Helpers may stand in other files, whose models nobody hands us.
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        _models.Add(tree, model);
        return model;
    }
}
