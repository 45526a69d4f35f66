using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Aot.Generators.Sam;

namespace Aot.Generators.Reading;

// HTTP tasks: one method, one endpoint, one connection.
internal sealed partial class WorkflowReader
{
    // Source: Step Functions developer guide, "IAM permissions to run an HTTP Task".
    private void AddHttpPermissions(Expr arguments)
    {
        var members = (arguments as ObjectExpr)?.Members ?? [];
        var conditions = new List<PermissionCondition>();
        if (members.FirstOrDefault(m => m.Name == "Method")?.Value is ConstantExpr { Value: string method })
            conditions.Add(new PermissionCondition("StringEquals", "states:HTTPMethod", new TemplateValue(TemplateFunction.Literal, method)));
        if (members.FirstOrDefault(m => m.Name == "ApiEndpoint")?.Value is { } endpoint && EndpointPattern(endpoint) is { } pattern)
            conditions.Add(new PermissionCondition("StringLike", "states:HTTPEndpoint", new TemplateValue(TemplateFunction.Literal, pattern)));

        // The machine is created with its role, so the role can name it by its pattern only.
        _permissions.Add(new Permission("states:InvokeHTTPEndpoint", IntegrationPermissions.StatesArn($"stateMachine:{OwnName}")) { Conditions = [.. conditions] });
        foreach (var connection in arguments.Descendants().OfType<ResourceExpr>().Distinct())
        {
            var secret = new TemplateValue(TemplateFunction.GetAtt, connection.LogicalId + ".SecretArn");
            _permissions.Add(new Permission("events:RetrieveConnectionCredentials", TemplateValues.Of(connection.LogicalId, connection.Arn)));
            _permissions.Add(new Permission("secretsmanager:DescribeSecret", secret));
            _permissions.Add(new Permission("secretsmanager:GetSecretValue", secret));
        }
    }

    // $"https://api.example.com/users/{id}" → https://api.example.com/users/*; null where the beginning is no host yet.
    private static string? EndpointPattern(Expr endpoint)
    {
        if (endpoint is ConstantExpr { Value: string whole })
            return whole;
        var first = endpoint;
        while (first is BinaryExpr { Operator: BinaryOperator.Concat } concat)
            first = concat.Left;
        const int PathStart = 8; // behind https://
        return first is ConstantExpr { Value: string { Length: > PathStart } prefix } && prefix.IndexOf('/', PathStart) > 0 ? prefix + "*" : null;
    }

    // CloudFormation names a machine after its logical id and a random text, and cuts what would be longer than a name may be.
    private string OwnName => (_machineName.Length <= 60 ? _machineName + "-" : _machineName.Substring(0, 60)) + "*";
}
