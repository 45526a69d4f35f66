using System.Globalization;
using Aot.Local.Asl.Tasks;

namespace Aot.Local.Services.StepFunctions;

/// <summary>The results of the operations that workflows call most; the others' mocks are not checked.</summary>
/// <remarks>
/// One line an operation: <c>Name:kind</c>, with s string, n number, b boolean, x anything, [k] array, &lt;k&gt; map, {…} object, and after the kind
/// <c>≥n</c> for the least number or length and <c>(a|b)</c> for the values there are; ! marks what is required, @Name stands for a shape of the last lines.
/// Source: the services' API references; names as the integrations spell them.
/// </remarks>
internal static class ResultShapes
{
    private const string Table = """
        lambda:invoke {StatusCode:n,FunctionError:s,LogResult:s,Payload:x,ExecutedVersion:s≥1}
        lambda:getFunction {Configuration:@Function,Code:{RepositoryType:s,Location:s,ImageUri:s,ResolvedImageUri:s},Tags:<s>,Concurrency:{ReservedConcurrentExecutions:n≥0}}
        lambda:getFunctionConfiguration @Function
        lambda:listFunctions {NextMarker:s,Functions:[@Function]}
        sqs:sendMessage {MD5OfMessageBody:s,MD5OfMessageAttributes:s,MD5OfMessageSystemAttributes:s,MessageId:s,SequenceNumber:s}
        sqs:sendMessageBatch {Successful!:[{Id!:s,MessageId!:s,MD5OfMessageBody!:s,SequenceNumber:s}],Failed!:[{Id!:s,SenderFault!:b,Code!:s,Message:s}]}
        sqs:receiveMessage {Messages:[{MessageId:s,ReceiptHandle:s,MD5OfBody:s,Body:s,Attributes:<s>,MD5OfMessageAttributes:s}]}
        sqs:deleteMessageBatch {Successful!:[{Id!:s}],Failed!:[{Id!:s,SenderFault!:b,Code!:s,Message:s}]}
        sqs:getQueueAttributes {Attributes:<s>}
        sqs:getQueueUrl {QueueUrl:s}
        sns:publish {MessageId:s,SequenceNumber:s}
        events:putEvents @PutEvents
        eventbridge:putEvents @PutEvents
        states:startExecution @StartedExecution
        sfn:startExecution @StartedExecution
        sfn:startSyncExecution {ExecutionArn!:s≥1,StateMachineArn:s≥1,Name:s≥1,StartDate!:s,StopDate!:s,Status!:s(SUCCEEDED|FAILED|TIMED_OUT),Error:s,Cause:s,Input:s,Output:s}
        sfn:describeExecution {ExecutionArn!:s≥1,StateMachineArn!:s≥1,Name:s≥1,Status!:s(RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED|PENDING_REDRIVE),StartDate!:s,StopDate:s,Input:s,Output:s,Error:s,Cause:s,RedriveCount:n}
        sfn:stopExecution {StopDate!:s}
        dynamodb:getItem {Item:<@Attribute>,ConsumedCapacity:@Capacity}
        dynamodb:putItem @Written
        dynamodb:updateItem @Written
        dynamodb:deleteItem @Written
        dynamodb:query @Found
        dynamodb:scan @Found
        dynamodb:batchWriteItem {UnprocessedItems:<[x]>,ItemCollectionMetrics:<[x]>,ConsumedCapacity:[@Capacity]}
        dynamodb:batchGetItem {Responses:<[<@Attribute>]>,UnprocessedKeys:<x>,ConsumedCapacity:[@Capacity]}
        s3:getObject {Body:s,DeleteMarker:b,AcceptRanges:s,Expiration:s,Restore:s,LastModified:s,ContentLength:n,ETag:s,MissingMeta:n,VersionId:s,CacheControl:s,ContentDisposition:s,ContentEncoding:s,ContentLanguage:s,ContentRange:s,ContentType:s,ServerSideEncryption:s(AES256|aws:fsx|aws:kms|aws:kms:dsse),Metadata:<s>,StorageClass:@StorageClass,RequestCharged:s(requester),ReplicationStatus:s(COMPLETE|PENDING|FAILED|REPLICA|COMPLETED),PartsCount:n,TagCount:n}
        s3:putObject {Expiration:s,ETag:s,ServerSideEncryption:s(AES256|aws:fsx|aws:kms|aws:kms:dsse),VersionId:s,SSEKMSKeyId:s,BucketKeyEnabled:b,Size:n}
        s3:listObjectsV2 {IsTruncated:b,Contents:[{Key:s≥1,LastModified:s,ETag:s,Size:n,StorageClass:@StorageClass}],Name:s,Prefix:s,Delimiter:s,MaxKeys:n,CommonPrefixes:[{Prefix:s}],KeyCount:n,ContinuationToken:s,NextContinuationToken:s,StartAfter:s}
        kms:encrypt {CiphertextBlob:s≥1,KeyId:s≥1,EncryptionAlgorithm:s(SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE)}
        kms:decrypt {KeyId:s≥1,Plaintext:s≥1,EncryptionAlgorithm:s(SYMMETRIC_DEFAULT|RSAES_OAEP_SHA_1|RSAES_OAEP_SHA_256|SM2PKE)}
        ssm:getParameter {Parameter:@Parameter}
        ssm:getParameters {Parameters:[@Parameter],InvalidParameters:[s≥1]}
        ssm:putParameter {Version:n,Tier:s(Standard|Advanced|Intelligent-Tiering)}
        secretsmanager:getSecretValue {ARN:s,Name:s≥1,VersionId:s,SecretBinary:s≥1,SecretString:s≥1,VersionStages:[s≥1],CreatedDate:s}
        @Attribute {S:s,N:s,B:s,Ss:[s],SS:[s],Ns:[s],NS:[s],Bs:[s],BS:[s],M:<@Attribute>,L:[@Attribute],Nul:b,NULL:b,Bool:b,BOOL:b}
        @Capacity {TableName:s≥1,CapacityUnits:n,ReadCapacityUnits:n,WriteCapacityUnits:n,Table:{ReadCapacityUnits:n,WriteCapacityUnits:n,CapacityUnits:n}}
        @Found {Items:[<@Attribute>],Count:n,ScannedCount:n,LastEvaluatedKey:<@Attribute>,ConsumedCapacity:@Capacity}
        @Function {FunctionName:s≥1,FunctionArn:s,Runtime:s,Role:s,Handler:s,CodeSize:n,Description:s,Timeout:n≥1,MemorySize:n≥128,LastModified:s,CodeSha256:s,Version:s≥1,Environment:{Variables:<s>},KMSKeyArn:s,MasterArn:s,RevisionId:s,State:s(Pending|Active|Inactive|Failed|Deactivating|Deactivated|ActiveNonInvocable|Deleting),StateReason:s,PackageType:s(Zip|Image),Architectures:[s(x86_64|arm64)]}
        @Parameter {Name:s≥1,Type:s(String|StringList|SecureString),Value:s,Version:n,Selector:s,SourceResult:s,LastModifiedDate:s,ARN:s,DataType:s}
        @PutEvents {FailedEntryCount:n,Entries:[{EventId:s,ErrorCode:s,ErrorMessage:s}]}
        @StartedExecution {ExecutionArn!:s≥1,StartDate!:s}
        @StorageClass s(STANDARD|REDUCED_REDUNDANCY|STANDARD_IA|ONEZONE_IA|INTELLIGENT_TIERING|GLACIER|DEEP_ARCHIVE|OUTPOSTS|GLACIER_IR|SNOW|EXPRESS_ONEZONE|FSX_OPENZFS|FSX_ONTAP)
        @Written {Attributes:<@Attribute>,ConsumedCapacity:@Capacity,ItemCollectionMetrics:{ItemCollectionKey:<@Attribute>,SizeEstimateRangeGb:[n]}}
        """;

    private static readonly Dictionary<string, string> _lines = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.TrimEnd('\r').Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, ResultShape> _shapes = new(StringComparer.Ordinal);

    /// <summary>The shape of a resource's result; null when it is not in the table.</summary>
    public static ResultShape? Find(TaskResource resource)
    {
        var name = $"{resource.Service}:{resource.Operation}";
        if (!_lines.ContainsKey(name)) return null;
        lock (_shapes) return Named(name);
    }

    private static ResultShape Named(string name)
    {
        if (_shapes.TryGetValue(name, out var known)) return known;
        var at = 0;
        // An attribute consists of attributes: its members are filled in after it is known.
        var text = _lines[name];
        if (text[0] != '{') return _shapes[name] = Read(text, ref at);
        var shape = _shapes[name] = new ResultShape("object");
        ReadMembers(shape, text, ref at);
        return shape;
    }

    private static ResultShape Read(string text, ref int at)
    {
        switch (text[at])
        {
            case '{':
                var members = new ResultShape("object");
                ReadMembers(members, text, ref at);
                return members;
            case '[' or '<':
                var kind = text[at++] == '[' ? "array" : "map";
                var list = new ResultShape(kind) { Item = Read(text, ref at) };
                at++;
                return list;
            case '@':
                var start = at++;
                while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
                return Named(text[start..at]);
            default:
                return ReadScalar(text, ref at);
        }
    }

    private static void ReadMembers(ResultShape shape, string text, ref int at)
    {
        while (text[at] != '}')
        {
            var start = ++at;
            while (text[at] is not (':' or '!')) at++;
            var name = text[start..at];
            if (text[at] == '!')
            {
                shape.Required.Add(name);
                at++;
            }
            at++;
            shape.Members.Add(name, Read(text, ref at));
        }
        at++;
    }

    private static ResultShape ReadScalar(string text, ref int at)
    {
        var kind = text[at++] switch { 's' => "string", 'n' => "number", 'b' => "boolean", _ => "any" };
        double? min = null;
        string[]? values = null;
        if (at < text.Length && text[at] == '≥')
        {
            var start = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            min = double.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
        }
        if (at < text.Length && text[at] == '(')
        {
            var end = text.IndexOf(')', at);
            values = text[(at + 1)..end].Split('|');
            at = end + 1;
        }
        return new ResultShape(kind) { Min = min, Values = values };
    }
}
