using System.Diagnostics;
using System.Reflection;
using Aot.Engine;

// dotnet run -c Release --project benchmarks/Engine [transitions] [waiting] [kept] [jsonata]
// jsonata needs JSONATA_NPM: a folder in which "npm i jsonata@2.0.6" was run, and the suite beside the repository or in AOT_CONFORMANCE.
var root = typeof(Transitions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;
var report = new Report(root);
foreach (var part in args.Length > 0 ? args : ["transitions", "waiting", "kept", "jsonata"])
{
    switch (part)
    {
        case "transitions": Transitions.Measure(report); break;
        case "waiting": WaitingExecutions.Measure(report); break;
        case "kept": KeptExecutions.Measure(report); break;
        case "jsonata": await JsonataSuite.MeasureAsync(report, root); break;
        default:
            Console.Error.WriteLine($"'{part}' is no part of this benchmark: transitions, waiting, kept, jsonata.");
            return 2;
    }
}
if (args.Length == 0) report.Write();
return 0;
