using Aot.Local.Json;
using Aot.Local.Services.DynamoDb.Expressions;

namespace Aot.Local.Services.DynamoDb;

/// <summary>One write, read and checked but not yet done; alone or as part of a transaction.</summary>
/// <param name="Change">The item after the write, from the one before; null for none.</param>
/// <param name="Update">The update expression, if it is an update.</param>
/// <param name="ReturnsFailedItem">The caller wants the item that failed the condition.</param>
internal sealed record ItemWrite(
    Table Table, ItemKey Key, Condition? Condition, Func<ObjectValue?, ObjectValue?> Change, Update? Update, bool ReturnsFailedItem)
{
    public ObjectValue? Current => Table.Find(Key);

    public bool IsConditionMet => Condition is null || ConditionEvaluator.IsMet(Condition, Current ?? Shape.Empty);

    public static ItemWrite Put(ServiceRequest request, Table table)
    {
        var item = AttributeValue.ReadMembers(request.RequiredObject("Item"));
        return Create(request, table, table.CheckItem(item), _ => item, null);
    }

    public static ItemWrite Delete(ServiceRequest request, Table table) =>
        Create(request, table, table.ReadKey(request.RequiredObject("Key")).Key, _ => null, null);

    /// <summary>A transaction's ConditionCheck: writes nothing.</summary>
    public static ItemWrite Check(ServiceRequest request, Table table)
    {
        request.RequiredText("ConditionExpression");
        return Create(request, table, table.ReadKey(request.RequiredObject("Key")).Key, current => current, null);
    }

    public static ItemWrite UpdateOf(ServiceRequest request, Table table)
    {
        var (key, keyAttributes) = table.ReadKey(request.RequiredObject("Key"));
        var attributes = new ExpressionAttributes(request);
        var update = request.Text("UpdateExpression") is { } text ? ExpressionParser.ParseUpdate(text, attributes) : new Update([], [], [], []);
        foreach (var path in update.Paths)
        {
            if (table.Definition.Keys.Names.Contains(path.Attribute))
                throw Errors.Validation($"One or more parameter values were invalid: Cannot update attribute {path.Attribute}. This attribute is part of the key");
        }
        return Create(request, table, key, Change, update, attributes);

        ObjectValue Change(ObjectValue? current)
        {
            var changed = UpdateEvaluator.Apply(update, current ?? keyAttributes);
            table.CheckItem(changed, isUpdate: true);
            return changed;
        }
    }

    /// <summary>Does the write, whose condition was checked.</summary>
    /// <returns>The item before and after.</returns>
    public (ObjectValue? Old, ObjectValue? New) Run()
    {
        var old = Current;
        var changed = Change(old);
        if (changed is null)
            Table.Delete(Key);
        else if (!ReferenceEquals(changed, old))
            Table.Put(Key, changed);
        return (old, changed);
    }

    private static ItemWrite Create(
        ServiceRequest request, Table table, ItemKey key, Func<ObjectValue?, ObjectValue?> change, Update? update, ExpressionAttributes? read = null)
    {
        var attributes = read ?? new ExpressionAttributes(request);
        var condition = request.Text("ConditionExpression") is { } text ? ExpressionParser.ParseCondition(text, "ConditionExpression", attributes) : null;
        attributes.RefuseUnused();
        return new ItemWrite(table, key, condition, change, update, request.Text("ReturnValuesOnConditionCheckFailure") == "ALL_OLD");
    }
}
