using System.Collections;
using Aot.Local.Json;

namespace Aot.Local.Services;

/// <summary>A service's operations by name; refuses the ones it does not have by naming those it has.</summary>
/// <param name="service">For messages: <c>sqs</c>.</param>
/// <param name="missingParameter">How the service says that a required member is absent; the argument is the member's name.</param>
/// <param name="textNumbers">Query protocols send numbers and booleans as text.</param>
internal sealed class Operations(string service, Func<string, ServiceException> missingParameter, bool textNumbers = false) : IEnumerable<string>
{
    private readonly Dictionary<string, Func<ServiceRequest, CancellationToken, ValueTask<Value>>> _operations = new(StringComparer.Ordinal);

    /// <summary>Adds an operation that may wait.</summary>
    public void Add(string name, Func<ServiceRequest, CancellationToken, ValueTask<Value>> operation) => _operations.Add(name, operation);

    /// <summary>Adds an operation that answers at once.</summary>
    public void Add(string name, Func<ServiceRequest, Value> operation) =>
        _operations.Add(name, (request, _) => ValueTask.FromResult(operation(request)));

    /// <inheritdoc cref="IAwsService.CallAsync"/>
    public ValueTask<Value> CallAsync(string operation, Value request, CancellationToken cancellationToken)
    {
        if (!_operations.TryGetValue(operation, out var run))
            throw new ServiceException(
                "UnknownOperationException",
                $"The local {service} has no operation '{operation}'. It has: {string.Join(", ", _operations.Keys.Order(StringComparer.Ordinal))}.");
        if (request is not ObjectValue body)
            throw new ServiceException("SerializationException", $"The input of {operation} must be a JSON object.");
        return run(new ServiceRequest(body, missingParameter, textNumbers), cancellationToken);
    }

    public IEnumerator<string> GetEnumerator() => _operations.Keys.Order(StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
