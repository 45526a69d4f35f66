using Aot.Generators.Ir;
using Aot.Generators.Jsonata;

namespace Aot.Generators.Asl;

// One record per state of the States Language (states-language.net, "State Types"), with the fields of its JSONata form.

/// <summary>A machine, a branch or a Map's body.</summary>
internal sealed record AslMachine(string StartAt, EquatableArray<AslState> States);

/// <param name="Name">Unique over the whole definition.</param>
internal abstract record AslState(string Name);

/// <summary>What follows a state: <c>Next</c>, or <c>Output</c> and <c>End</c>; with <c>Assign</c> in front.</summary>
internal sealed record AslNext(EquatableArray<JsonProperty> Assign, string? Next, JsonText? Output);

internal sealed record AslPass(string Name, AslNext Then) : AslState(Name);

internal sealed record AslChoice(string Name, EquatableArray<AslRule> Rules, AslNext Default) : AslState(Name);

internal sealed record AslRule(string Condition, AslNext Then);

internal sealed record AslWait(string Name, JsonText Until, bool IsTimestamp, AslNext Then) : AslState(Name);

internal sealed record AslTask(
    string Name,
    string Resource,
    JsonText Arguments,
    JsonText? TimeoutSeconds,
    JsonText? HeartbeatSeconds,
    EquatableArray<RetryRule> Retries,
    EquatableArray<AslCatcher> Catchers,
    AslNext Then) : AslState(Name)
{
    public string? RoleArn { get; init; }
}

internal sealed record AslCatcher(EquatableArray<string> ErrorEquals, AslNext Then);

internal sealed record AslParallel(string Name, EquatableArray<AslMachine> Branches, EquatableArray<AslCatcher> Catchers, AslNext Then) : AslState(Name);

internal sealed record AslMap(
    string Name, JsonText? Items, JsonText? ItemSelector, EquatableArray<JsonProperty> Fields, MapMode Mode, AslMachine Body, EquatableArray<AslCatcher> Catchers, AslNext Then)
    : AslState(Name);

internal sealed record AslSucceed(string Name, JsonText Output) : AslState(Name);

internal sealed record AslFail(string Name, JsonText Error, JsonText? Cause) : AslState(Name);
