using Aot.Generators.Diagnostics;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// ItemSource: an array, or what an ItemReader reads from S3.
internal sealed partial class WorkflowReader
{
    private const string GetObject = "arn:aws:states:::s3:getObject";
    private const int MostItems = 100_000_000; // Step Functions developer guide, "ItemReader (Map)", MaxItems

    // ItemSource.Csv<Row>(Uploads, "rows.csv")
    //   ──▶
    // ItemReader: { Resource: s3:getObject, ReaderConfig: { InputType: CSV, CSVHeaderLocation: FIRST_ROW }, Arguments: { Bucket: ${Uploads}, Key: rows.csv } }
    private Source? ReadItemSource(IInvocationOperation map)
    {
        var argument = Argument(map, "source")!;
        if (Unconverted(argument) is not IInvocationOperation call || call.TargetMethod.ContainingType.FullName() != KnownNames.ItemSource)
        {
            _sink.Report(Descriptors.MapArgument, argument.Syntax.GetLocation(), argument.Syntax.ToString(), "write 'ItemSource.Csv<Row>(…)' or one of its other methods here");
            return null;
        }

        if (call.TargetMethod.Name == "Array")
        {
            var items = ReadExpression(Unconverted(Argument(call, "items")!));
            return items.Type is { Kind: JsonKind.Array, Element: { } element } ? new Source(items, null, element) : null;
        }

        var itemType = ((INamedTypeSymbol)call.Type!).TypeArguments[0];
        var isListing = call.TargetMethod.Name == "Objects";
        var key = ReadExpression(Argument(call, isListing ? "prefix" : "key")!);
        if (ReadExpression(Argument(call, "bucket")!) is not ResourceExpr bucket)
        {
            _sink.Report(Descriptors.MapArgument, Argument(call, "bucket")!.Syntax.GetLocation(), "bucket", "name a handle, such as a static readonly Bucket");
            return null;
        }

        var config = ReadReaderConfig(call, itemType);
        if (isListing)
            _permissions.Add(new Ir.Permission("s3:ListBucket", Ir.TemplateValues.Of(bucket.LogicalId, bucket.Arn)));
        else
            AddBucketPermissions(bucket, key, isPrefix: false, "s3:GetObject");
        if (call.TargetMethod.Name == "Manifest")
            AddBucketPermissions(bucket, ConstantExpr.Of(""), isPrefix: true, "s3:GetObject"); // The data files stand beside the manifest, under keys that it names.
        var location = isListing && key is ConstantExpr { Value: "" } ? [] : new[] { Member(isListing ? "Prefix" : "Key", key) };
        var reader = Members(
        [
            Member("Resource", isListing ? "arn:aws:states:::s3:listObjectsV2" : GetObject),
            .. config.Length == 0 ? [] : new[] { Member("ReaderConfig", Members(config)) },
            Member("Arguments", Members([Member("Bucket", bucket), .. location])),
        ]);
        return new Source(null, reader, _expressions.Types.Read(itemType));
    }

    private ObjectMember[] ReadReaderConfig(IInvocationOperation call, ITypeSymbol itemType)
    {
        IEnumerable<ObjectMember> config = call.TargetMethod.Name switch
        {
            "Json" => [Member("InputType", "JSON"), .. Given(call, "itemsPointer", "ItemsPointer")],
            "JsonLines" => [Member("InputType", "JSONL")],
            "Csv" => ReadCsv(call, itemType),
            "Manifest" => [Member("InputType", "MANIFEST"), Member("ManifestType", "S3_INVENTORY"), .. CheckColumns(call, itemType, null)],
            _ => [],
        };
        return [.. config, .. Given(call, "maxItems", "MaxItems")];
    }

    private IEnumerable<ObjectMember> ReadCsv(IInvocationOperation call, ITypeSymbol itemType)
    {
        var headers = Given(call, "headers", "CSVHeaders").ToArray();
        var names = (headers.FirstOrDefault()?.Value as ArrayExpr)?.Items.Select(i => (i.Value as ConstantExpr)?.Value as string).ToArray();
        CheckColumns(call, itemType, names);
        var delimiter = ReadExpression(Argument(call, "delimiter")!) is ConstantExpr { Value: string name } ? name : null;
        if (delimiter is null)
            _sink.Report(Descriptors.MapArgument, Argument(call, "delimiter")!.Syntax.GetLocation(), "delimiter", "write a constant");
        return
        [
            Member("InputType", "CSV"),
            Member("CSVHeaderLocation", headers.Length == 0 ? "FIRST_ROW" : "GIVEN"),
            .. headers,
            .. delimiter is null or "Comma" ? [] : new[] { Member("CSVDelimiter", delimiter.ToUpperInvariant()) },
        ];
    }

    // Every column is text, and a member that no column has would be missing in every row.
    private ObjectMember[] CheckColumns(IInvocationOperation call, ITypeSymbol itemType, string?[]? headers)
    {
        var location = call.Syntax.GetLocation();
        foreach (var (_, member) in _expressions.Types.Read(itemType).Kind == JsonKind.Object ? _expressions.Types.MembersOf(itemType) : [])
        {
            if (!member.Type.IsText)
                _sink.Report(Descriptors.TextColumn, location, member.PropertyName, itemType.Name);
            else if (headers is not null && !headers.Contains(null) && !headers.Contains(member.Name) && !member.Type.IsNullable)
                _sink.Report(Descriptors.MissingColumn, location, member.PropertyName, member.Name, string.Join(", ", headers));
        }

        return [];
    }

    // An optional argument that is given, as a field.
    private IEnumerable<ObjectMember> Given(IInvocationOperation call, string parameter, string field)
    {
        if (Argument(call, parameter) is not { } argument)
            return [];
        var value = ReadExpression(argument);
        if (value is ConstantExpr { Value: null })
            return [];
        if (value is ConstantExpr { Value: long number })
            CheckRange(field, number, 1, MostItems, argument.Syntax.GetLocation());
        if (value.Type.IsNullable)
            _sink.Report(Descriptors.MapArgument, argument.Syntax.GetLocation(), argument.Syntax.ToString(), "it may be null there; give it a value with '??'");
        return [new ObjectMember(field, value.NotNull())];
    }

    /// <param name="Items">The array; null where a reader gives the items.</param>
    /// <param name="Reader">The <c>ItemReader</c>.</param>
    /// <param name="Item">Type of an item.</param>
    private sealed record Source(Expr? Items, ObjectExpr? Reader, JsonType Item);
}
