using Aot.Generators.Asl;
using Aot.Generators.Diagnostics;
using Aot.Generators.Ir;
using Aot.Generators.Ir.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Aot.Generators.Reading;

// What attributes say about a task besides retries: how long it may take, and under which role it runs.
internal sealed partial class WorkflowReader
{
    // The nearest one wins: method, then constructor parameter, then class.
    private AttributeData? Nearest(IInvocationOperation call, string attribute, bool isClassAsked) =>
        call.TargetMethod.Find(attribute)
        ?? (call.Instance as IParameterReferenceOperation)?.Parameter.Find(attribute)
        ?? (isClassAsked ? _class.Find(attribute) : null);

    private TaskCall WithTimeout(IInvocationOperation call, TaskCall task, bool sendsHeartbeats)
    {
        if (Nearest(call, KnownNames.TaskTimeoutAttribute, isClassAsked: task.TimeoutSeconds is null) is not { } attribute)
            return task;
        var location = LocationOf(attribute);
        var seconds = attribute.ConstructorArguments.FirstOrDefault().Value as int? ?? 0;
        var heartbeatSeconds = attribute.NamedInt32("HeartbeatSeconds") ?? 0;
        CheckRange("The timeout", seconds, 1, Limits.MaxTimeoutSeconds, location);
        if (heartbeatSeconds != 0)
            CheckRange("HeartbeatSeconds", heartbeatSeconds, 1, seconds - 1, location);

        // On the class it is meant for the tasks that can.
        var isOfClass = _class.Find(KnownNames.TaskTimeoutAttribute) is { } ofClass && ofClass.Equals(attribute);
        if (heartbeatSeconds != 0 && !sendsHeartbeats && !isOfClass)
            _sink.Report(Descriptors.NoHeartbeats, location, call.TargetMethod.Name);
        if (_isExpress)
            CheckExpressTime(ConstantExpr.Of(seconds), location, "The timeout");
        return task with
        {
            TimeoutSeconds = ConstantExpr.Of(seconds),
            HeartbeatSeconds = heartbeatSeconds == 0 || !sendsHeartbeats ? null : ConstantExpr.Of(heartbeatSeconds),
        };
    }

    // The role that the task runs under needs the task's permissions; ours needs to become that role.
    private TaskCall WithCredentials(IInvocationOperation call, TaskCall task)
    {
        if (Nearest(call, KnownNames.CredentialsAttribute, isClassAsked: false) is not { } attribute)
            return task;
        var written = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        var role = Placeholders.Read(written);
        if (role.Handles.Count == 0 && !IsRoleArn(written))
            _sink.Report(Descriptors.CredentialsRole, LocationOf(attribute), written);
        _permissions.Add(new Permission("sts:AssumeRole", Placeholders.ToTemplateValue(written)));
        return task with { RoleArn = role.Text, Handles = [.. task.Handles, .. role.Handles] };
    }

    private bool RunsUnderAnotherRole(IInvocationOperation call) => Nearest(call, KnownNames.CredentialsAttribute, isClassAsked: false) is not null;

    // arn:aws:iam::111122223333:role/Name
    private static bool IsRoleArn(string text) => text.Split(':') is ["arn", _, "iam", "", { Length: 12 } account, var role]
        && account.All(char.IsDigit) && role.StartsWith("role/", StringComparison.Ordinal) && role.Length > "role/".Length;

    private Location LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation).GetLocation() ?? LocationOf(_class);
}
