namespace Aot.Runtime;

/// <summary>Invokes the function for every MQTT message an IoT rule's SQL selects.</summary>
/// <param name="sql">For example <c>SELECT *, topic(2) AS deviceId FROM 'bbq/+/telemetry'</c>.</param>
/// <remarks>Source: AWS IoT SQL reference; template event type <c>IoTRule</c>.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class IotRuleAttribute(string sql) : Attribute
{
    /// <summary>The rule's SELECT statement.</summary>
    public string Sql { get; } = sql;

    /// <summary>Version of the SQL engine.</summary>
    public string AwsIotSqlVersion { get; set; } = "2016-03-23";
}
