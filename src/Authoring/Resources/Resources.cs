namespace Aot.Authoring;

/// <summary>An SQS queue; its value is the queue's URL.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::SQS::Queue")]
public sealed record Queue(string LogicalId) : Resource(LogicalId);

/// <summary>A DynamoDB table; its value is the table's name.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::DynamoDB::Table")]
public sealed record Table(string LogicalId) : Resource(LogicalId);

/// <summary>An SNS topic; its value is the topic's ARN.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::SNS::Topic", Arn = "Ref")]
public sealed record Topic(string LogicalId) : Resource(LogicalId);

/// <summary>An EventBridge bus; its value is the bus's name.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::Events::EventBus")]
public sealed record Bus(string LogicalId) : Resource(LogicalId);

/// <summary>A Lambda function; its value is the function's ARN.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::Serverless::Function", Value = "GetAtt:Arn")]
public sealed record Function(string LogicalId) : Resource(LogicalId);

/// <summary>An SSM parameter; its value is the parameter's name.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::SSM::Parameter", Arn = "Sub:arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${{id}}")]
public sealed record Parameter(string LogicalId) : Resource(LogicalId);

/// <summary>An EC2 launch template; its value is the template's id.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::EC2::LaunchTemplate", Arn = "Sub:arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:launch-template/${{id}}")]
public sealed record LaunchTemplate(string LogicalId) : Resource(LogicalId);

/// <summary>An EventBridge connection, which holds the credentials of an HTTPS API; its value is the connection's ARN.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::Events::Connection", Value = "GetAtt:Arn")]
public sealed record Connection(string LogicalId) : Resource(LogicalId);

/// <summary>An S3 bucket; its value is the bucket's name.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::S3::Bucket")]
public sealed record Bucket(string LogicalId) : Resource(LogicalId);

/// <summary>An IAM role; its value is the role's ARN.</summary>
/// <param name="LogicalId">Logical id in the template.</param>
[CloudFormationResource("AWS::IAM::Role", Value = "GetAtt:Arn")]
public sealed record Role(string LogicalId) : Resource(LogicalId);
