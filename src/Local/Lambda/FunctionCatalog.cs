namespace Aot.Local.Lambda;

/// <summary>All functions by name, each with its pool.</summary>
internal sealed class FunctionCatalog(IEnumerable<FunctionDefinition> functions, SandboxHost host) : IAsyncDisposable
{
    private readonly SortedDictionary<string, FunctionPool> _pools = new(
        functions.ToDictionary(function => function.Name, function => new FunctionPool(function, host)), StringComparer.Ordinal);

    /// <summary>The functions in the order of their names.</summary>
    public IEnumerable<FunctionDefinition> Functions => _pools.Values.Select(pool => pool.Function);

    /// <summary>The processes of all functions.</summary>
    public int ProcessCount => _pools.Values.Sum(pool => pool.ProcessCount);

    /// <summary>Finds a pool by function name, ARN or partial ARN; null for an unknown function, version or alias.</summary>
    public FunctionPool? Find(string nameOrArn) => FunctionName.IsLatest(nameOrArn) ? _pools.GetValueOrDefault(FunctionName.Of(nameOrArn)) : null;

    public async ValueTask DisposeAsync() => await Task.WhenAll(_pools.Values.Select(pool => pool.DisposeAsync().AsTask()));
}
