namespace Aot.Generators.Tests.Expressions;

public class RequestTests
{
    [Theory]
    [InlineData("int n = 4;", "new ReceiveMessageRequest(Own.Jobs, 10, WaitTimeSeconds: n)", "{'QueueUrl': '${JobQueue}', 'MaxNumberOfMessages': 10, 'WaitTimeSeconds': $n}", """{"MaxNumberOfMessages":10,"QueueUrl":"${JobQueue}","WaitTimeSeconds":4}""")]
    [InlineData("int? n = null;", "new ReceiveMessageRequest(Own.Jobs, MaxNumberOfMessages: n)", "$merge([{'QueueUrl': '${JobQueue}'}, $n != null ? {'MaxNumberOfMessages': $n} : {}])", """{"QueueUrl":"${JobQueue}"}""")]
    [InlineData("int? n = 3;", "new ReceiveMessageRequest(Own.Jobs, MaxNumberOfMessages: n, WaitTimeSeconds: n)", "{'QueueUrl': '${JobQueue}', 'MaxNumberOfMessages': $n, 'WaitTimeSeconds': $n}", """{"MaxNumberOfMessages":3,"QueueUrl":"${JobQueue}","WaitTimeSeconds":3}""")]
    [InlineData("""var i = new Item("a", 1);""", "new ReceiveMessageRequest(Own.Jobs, MaxNumberOfMessages: i.Limit)", "$merge([{'QueueUrl': '${JobQueue}'}, $i.limit != null ? {'MaxNumberOfMessages': $i.limit} : {}])", """{"QueueUrl":"${JobQueue}"}""")]
    [InlineData("int n = 1;", """new RunInstancesRequest(new LaunchTemplateSpecification(new LaunchTemplate("Runner")), 1, 1, $"ci-{n}", [new("instance", [new("aot:job", $"{n}")])])""", "{'LaunchTemplate': {'LaunchTemplateId': '${Runner}'}, 'MinCount': 1, 'MaxCount': 1, 'ClientToken': 'ci-' & $string($n), 'TagSpecifications': [{'ResourceType': 'instance', 'Tags': [{'Key': 'aot:job', 'Value': $string($n)}]}]}", """{"ClientToken":"ci-1","LaunchTemplate":{"LaunchTemplateId":"${Runner}"},"MaxCount":1,"MinCount":1,"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"aot:job","Value":"1"}]}]}""")]
    [InlineData("object n = 1;", "n", "$n", "1")]
    public void Requests_mean_the_same(string locals, string expression, string jsonata, string outcome) => Meaning.Check(locals, expression, jsonata, outcome);
}
