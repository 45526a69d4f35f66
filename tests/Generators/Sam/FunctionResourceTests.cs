using Aot.Generators.Sam;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Aot.Generators.Tests.Sam;

public sealed class FunctionResourceTests
{
    [Fact]
    public void A_method_becomes_a_function_on_the_shared_bootstrap()
    {
        Assert.Equal(
            """
            ForwardFunction:
              Type: AWS::Serverless::Function
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Handlers.Iot.Forwarder.ForwardAsync
                BuildMethod: makefile
              Properties:
                Runtime: provided.al2023
                Handler: Forward
                CodeUri: aot:code
                MemorySize: 256
                Timeout: 60
                Environment:
                  Variables:
                    BUS: !Ref TelemetryBus
                    LIMIT: "10"
                Events:
                  IotRule:
                    Type: IoTRule
                    Properties:
                      Sql: "SELECT * FROM 'bbq/+/telemetry'"
                      AwsIotSqlVersion: "2016-03-23"
                Policies:
                  - AWSLambdaExecute
                  - Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action:
                          - events:PutEvents
                        Resource: !GetAtt TelemetryBus.Arn

            """,
            Resource("""
                namespace Handlers.Iot;
                public class Forwarder
                {
                    [LambdaFunction(MemorySize = 256, Timeout = 60, Policies = "AWSLambdaExecute")]
                    [IotRule("SELECT * FROM 'bbq/+/telemetry'")]
                    [EnvironmentVariable("BUS", "!Ref TelemetryBus")]
                    [EnvironmentVariable("LIMIT", "10")]
                    [Permission("events:PutEvents", "!GetAtt TelemetryBus.Arn")]
                    public Task ForwardAsync(string payload) => Task.CompletedTask;
                }
                """));
    }

    [Fact]
    public void An_image_function_names_its_Dockerfile_and_its_handler()
    {
        Assert.Equal(
            """
            Build:
              Type: AWS::Serverless::Function
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Builder.Handle
                Dockerfile: images/build/Dockerfile
                DockerContext: aot:code
                DockerTag: build
              Properties:
                PackageType: Image
                ImageConfig:
                  Command:
                    - Builder
                Role: !GetAtt BuildRole.Arn

            """,
            Resource("""
                public static class Builder
                {
                    [LambdaFunction(ResourceName = "Build", PackageType = LambdaPackageType.Image, Dockerfile = "images/build/Dockerfile", Role = "!GetAtt BuildRole.Arn", Policies = "Unused")]
                    public static int Handle(int n) => n;
                }
                """));
    }

    [Fact]
    public void Handlers_written_for_AWSs_own_annotations_are_functions_too()
    {
        var resource = Resource("""
            namespace Amazon.Lambda.Annotations
            {
                public enum LambdaPackageType { Zip, Image }
                public sealed class LambdaFunctionAttribute : System.Attribute
                {
                    public string? ResourceName { get; set; }
                    public uint MemorySize { get; set; }
                    public uint Timeout { get; set; }
                    public LambdaPackageType PackageType { get; set; }
                    public string? Policies { get; set; }
                    public string? Architectures { get; set; }
                }
            }
            namespace Shop
            {
                public class Orders
                {
                    [Amazon.Lambda.Annotations.LambdaFunction(MemorySize = 512, Timeout = 7, Policies = "AWSLambdaExecute, !Ref Extra", Architectures = "arm64")]
                    public string GetOrder(string id) => id;
                }
            }
            """);

        Assert.StartsWith("GetOrderFunction:\n", resource, StringComparison.Ordinal);
        Assert.Contains("    MemorySize: 512\n    Timeout: 7\n", resource, StringComparison.Ordinal);
        Assert.Contains("    Architectures:\n      - arm64\n", resource, StringComparison.Ordinal);
        Assert.Contains("    Policies:\n      - AWSLambdaExecute\n      - !Ref Extra\n", resource, StringComparison.Ordinal);
    }

    [Fact]
    public void Queues_routes_a_URL_tags_and_the_processor_are_written()
    {
        var resource = Resource("""
            using Aot.Runtime.Events;
            public class Worker
            {
                [LambdaFunction(Architectures = "arm64")]
                [SqsEventSource("JobQueue", BatchSize = 100, MaximumBatchingWindowInSeconds = 5, MaximumConcurrency = 4)]
                [SqsEventSource("arn:aws:sqs:eu-west-1:123456789012:other")]
                [HttpApi("get", "/jobs/{id}", Api = "JobApi")]
                [FunctionUrl(IsPublic = true, IsStreaming = true)]
                [FunctionTag("team", "shop")]
                public Task<SqsBatchResponse> HandleAsync(SqsEvent batch) => Task.FromResult(new SqsBatchResponse([]));
            }
            """);

        Assert.Equal(
            """
            WorkerFunction:
              Type: AWS::Serverless::Function
              Metadata:
                GeneratedBy: Aot.Synth
                Source: Worker.HandleAsync
                BuildMethod: makefile
              Properties:
                Runtime: provided.al2023
                Handler: Worker
                CodeUri: aot:code
                Architectures:
                  - arm64
                FunctionUrlConfig:
                  AuthType: NONE
                  InvokeMode: RESPONSE_STREAM
                Events:
                  Sqs:
                    Type: SQS
                    Properties:
                      Queue: !GetAtt JobQueue.Arn
                      BatchSize: 100
                      MaximumBatchingWindowInSeconds: 5
                      ScalingConfig:
                        MaximumConcurrency: 4
                      FunctionResponseTypes:
                        - ReportBatchItemFailures
                  Sqs2:
                    Type: SQS
                    Properties:
                      Queue: arn:aws:sqs:eu-west-1:123456789012:other
                      FunctionResponseTypes:
                        - ReportBatchItemFailures
                  HttpApi:
                    Type: HttpApi
                    Properties:
                      Method: GET
                      Path: "/jobs/{id}"
                      ApiId: !Ref JobApi
                Tags:
                  team: shop

            """,
            resource);
    }

    [Theory]
    [InlineData("Handlers.Iot", "Iot")]
    [InlineData("Handlers.Iot.Alarm", "Iot/Alarm")]
    [InlineData("Handlers", "")]
    [InlineData("Other.Place", "Place")]
    public void The_namespace_tells_the_system(string space, string system)
    {
        var function = Read($"namespace {space}; public class C {{ [LambdaFunction] public void Run() {{ }} }}");

        Assert.Equal(system, function.System);
    }

    private static string Resource(string source) => FunctionResource.Write(Read(source));

    private static LambdaFunctionModel Read(string source) => Assert.Single(LambdaFunctionReader.Read(SamCompilation.Of("Handlers", source), default));
}
