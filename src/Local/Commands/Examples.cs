namespace Aot.Local.Commands;

/// <summary>What the help of each command ends with.</summary>
internal static class Examples
{
    public static string Of(string command) => command switch
    {
        "validate" => """
            Examples:
              dotnet run --project src/Local -- validate src/StateMachines/SqsPoller/SqsWorker.asl.json
              cat machine.asl.json | dotnet run --project src/Local -- validate - --type express

            Exit codes: 0 valid, 1 invalid, 2 the file cannot be read.
            """,
        "draw" => """
            Examples:
              dotnet run --project src/Local -- draw machine.asl.json > machine.svg
              dotnet run --project src/Local -- draw machine.asl.json --format mermaid --output machine.mmd

            Exit codes: 0 drawn, 2 the file cannot be read or has no states.
            """,
        "run" => """
            Examples:
              dotnet run --project src/Local -- run machine.asl.json --input '{"n":3}'
              dotnet run --project src/Local -- run machine.asl.json --input @order.json --mock tasks.json --history

            Waits and retry delays are skipped, not waited for. A mock file says for each state what its task answers, try by try
            (a try that is not listed gets the answer before it):
              {
                "Charge": { "0-1": { "Throw": { "Error": "Busy", "Cause": "try later" } }, "2": { "Return": { "ok": true } } },
                "Ship":   { "Return": { "parcel": "P1" } }
              }

            Exit codes: 0 succeeded (the output is on standard output), 1 failed, 2 the definition, the input or the mock file is wrong.
            """,
        "jsonata" => """
            Examples:
              dotnet run --project src/Local -- jsonata '$sum([1..10])'
              dotnet run --project src/Local -- jsonata 'orders[total > 100].id' --input orders.json
              cat orders.json | dotnet run --project src/Local -- jsonata '$count(orders)' --input -

            Exit codes: 0 done (nothing is printed where the expression returns nothing), 1 the expression fails, 2 it does not parse or the input is no JSON.
            """,
        _ => """
            Examples:
              dotnet run --project src/Local
              dotnet run --project src/Local -- demo
              dotnet run --project src/Local -- --port 5000 --parameter GitLabWebhookToken=0123456789abcdef
              dotnet run --project src/Local -- run --help
              aws --endpoint-url http://127.0.0.1:4566 sqs list-queues

            Exit codes: 0 done, 1 something came out wrong, 2 the command line, a file or the template is wrong,
            3 something of the machine is missing (a C toolchain, a free port).
            """,
    };
}
