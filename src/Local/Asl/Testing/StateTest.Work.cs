using System.Text;
using Aot.Local.Asl.Evaluation;
using Aot.Local.Asl.Items;
using Aot.Local.Asl.Model;
using Aot.Local.Asl.Tasks;
using Aot.Local.Json;

namespace Aot.Local.Asl.Testing;

internal sealed partial class StateTest
{
    private async ValueTask<Value> WorkAsync(TaskState task, EvaluationScope scope, CancellationToken cancellationToken)
    {
        const long MaxTaskSeconds = 99_999_999; // States Language: the greatest number of seconds a field takes
        var arguments = task.Data.Arguments(scope);
        if (task.Data is JsonPathDataFlow) _inspection.AfterParameters = arguments;
        else _inspection.AfterArguments = arguments;
        var fields = task.Data.Fields(scope);
        var timeout = task.TimeoutSeconds?.Integer(fields, 1, MaxTaskSeconds);
        task.HeartbeatSeconds?.Integer(fields, 1, MaxTaskSeconds);
        task.Credentials?.Evaluate(fields);
        if (PayloadLimit.IsExceededBy(arguments)) throw StateFailure.TooLarge(task.Name);
        return _inspection.Result = request.Mock is null
            ? await InvokeAsync(task, arguments, timeout is { } seconds && seconds < _longestTest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : _longestTest, cancellationToken)
            : Mocked();
    }

    private async ValueTask<Value> InvokeAsync(TaskState task, Value arguments, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(timeout, ambient.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            return await runner.RunAsync(new TaskCall(task.Resource, arguments, request.ExecutionArn, task.Name, [], null, _ => { }), either.Token);
        }
        catch (TaskFailedException failed)
        {
            throw new StateFailure(failed.Error, failed.Cause);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            throw new StateFailure(ErrorNames.Timeout, null);
        }
    }

    private Value Mocked() => request.Mock!.Result ?? throw new StateFailure(request.Mock.Error, request.Mock.Cause);

    // The iterations do not run: what they would get is shown, and the mock is what they gave.
    private Value Iterate(MapState map, EvaluationScope scope)
    {
        var fields = map.Data.Fields(scope);
        var items = Items(map, fields);
        if (map.ItemSelector is { } selector)
        {
            items = [.. items.Select((item, index) => new MapItem(
                selector.Evaluate(map.Data.Fields(new EvaluationScope(request.Input, _variables, new ItemContext(request.Context, index, item), ambient))), item.Source))];
            _inspection.AfterItemSelector = Inputs(items);
        }
        if (map.Distributed?.Batcher is { } batcher) _inspection.AfterItemBatcher = Batched(items, batcher, fields);
        _inspection.MaxConcurrency = map.MaxConcurrency?.Integer(fields, 0, int.MaxValue) ?? 0;
        _inspection.ToleratedFailureCount = map.ToleratedFailureCount?.Integer(fields, 0, int.MaxValue);
        _inspection.ToleratedFailurePercentage = map.ToleratedFailurePercentage?.Number(fields, 0, 100);
        var result = Mocked();
        var total = result is ArrayValue results ? results.Count : items.Count;
        const double WholePercent = 100;
        if (request.FailedIterations > _inspection.ToleratedFailureCount || request.FailedIterations * WholePercent / total > _inspection.ToleratedFailurePercentage)
            throw new StateFailure(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");
        return result;
    }

    private IReadOnlyList<MapItem> Items(MapState map, EvaluationScope fields)
    {
        if (map.Distributed?.Reader is { } reader)
        {
            var wanted = ItemRequest.Of(reader, fields);
            if (request.ItemReaderData is not { } data) return [];
            var read = new ItemLoader(new GivenObject(data)).Load(wanted);
            if (reader.ItemsPointer is not null) _inspection.AfterItemsPointer = Inputs(read);
            return read;
        }
        var given = map.Items?.Evaluate(fields) ?? fields.Data;
        var items = given is ArrayValue || map.Distributed is not null ? MapItem.Of(given) : null;
        if (items is null)
            throw map.Items is not null ? FieldValues.NotIterable(map.Items, given)
                : map.Data is JsonPathDataFlow ? StateFailure.Runtime("Reference path \"$\" must point to array.")
                : StateFailure.Evaluation(null, $"Map state input must be an array but was: {given.ToJson()}");
        if (map.Data is JsonPathDataFlow) _inspection.AfterItemsPath = given;
        return items;
    }

    private static ArrayValue Batched(IReadOnlyList<MapItem> items, ItemBatcher batcher, EvaluationScope fields)
    {
        var size = batcher.MaxItems?.Integer(fields, 1, ItemReader.MostItems) ?? items.Count;
        var common = batcher.BatchInput?.Evaluate(fields);
        var batches = new ArrayValue();
        foreach (var chunk in items.Chunk((int)Math.Max(1, size)))
        {
            var batch = new ObjectValue(2);
            if (common is not null) batch["BatchInput"] = common;
            batch["Items"] = Inputs(chunk);
            batches.Add(batch);
        }
        return batches;
    }

    private static ArrayValue Inputs(IReadOnlyList<MapItem> items) => [.. items.Select(item => item.Input)];

    /// <summary>The context object of an ItemSelector.</summary>
    private sealed class ItemContext(IContextObject outer, int index, MapItem item) : IContextObject
    {
        public ObjectValue ToValue()
        {
            var shown = new ObjectValue(4) { ["Index"] = index, ["Value"] = item.Value };
            if (item.Key is not null) shown["Key"] = item.Key;
            return new ObjectValue(outer.ToValue()) { ["Map"] = new ObjectValue { ["Item"] = shown } };
        }
    }

    /// <summary>The one object an ItemReader finds, wherever it looks.</summary>
    private sealed class GivenObject(string text) : IObjectStore
    {
        public byte[] Read(string bucket, string key) => Encoding.UTF8.GetBytes(text);

        public IReadOnlyList<ListedObject> List(string bucket, string prefix) => [];

        public void Write(string bucket, string key, byte[] content, string contentType) => throw new NotSupportedException("A tested state writes nothing.");
    }
}
