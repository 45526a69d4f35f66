using System.Reflection;
using System.Reflection.Emit;

namespace Aot.Synth.Tests;

/// <summary>A repository in a folder of its own: a template, and an assembly with a catalog as the compiler leaves it.</summary>
public sealed class SynthFixture : IDisposable
{
    public const string Template = """
        Transform: AWS::Serverless-2016-10-31
        # mine
        Resources:
          JobQueue:   # the work
            Type: AWS::SQS::Queue

        Outputs:
          Url: { Value: !Ref JobQueue }
        """ + "\n";

    public const string Definition = """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "send",
          "States": { "send": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "${JobQueue}" }, "End": true } }
        }
        """;

    public string Root { get; } = Directory.CreateTempSubdirectory("synth-").FullName;

    public string TemplatePath => Path.Combine(Root, "template.yaml");

    public string ProjectFolder => Path.Combine(Root, "src", "Flows");

    private string AssemblyPath => Path.Combine(Root, "Flows.dll");

    public static (string Name, Dictionary<string, string> Constants) Machine(string name, string folder = "Poller", string definition = Definition) => ($"StateMachine_{name}", new()
    {
        ["Source"] = $"Flows.{name}",
        ["Folder"] = folder,
        ["Definition"] = definition,
        ["Resources"] = $"""
            {name}:
              Type: AWS::Serverless::StateMachine
              Metadata:
                GeneratedBy: Aot.Synth
              Properties:
                DefinitionUri: aot:definition
                DefinitionSubstitutions:
                  JobQueue: !Ref JobQueue
            {name}Logs:
              Type: AWS::Logs::LogGroup
              Metadata:
                GeneratedBy: Aot.Synth

            """.ReplaceLineEndings("\n"),
    });

    public static (string Name, Dictionary<string, string> Constants) Function(string name, string folder = "Poller") => ($"Function_{name}", new()
    {
        ["Source"] = $"Handlers.{name}",
        ["Folder"] = folder,
        ["Resources"] = $"{name}:\n  Type: AWS::Serverless::Function\n  Metadata:\n    GeneratedBy: Aot.Synth\n  Properties:\n    CodeUri: aot:code\n",
    });

    public SynthFixture WithTemplate(string text = Template)
    {
        File.WriteAllText(TemplatePath, text);
        return this;
    }

    public SynthFixture WithCatalog(params (string Name, Dictionary<string, string> Constants)[] entries)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Flows"), typeof(object).Assembly);
        var catalog = assembly.DefineDynamicModule("Flows").DefineType("Aot.Generated.Catalog", TypeAttributes.Abstract | TypeAttributes.Sealed);
        var nested = entries.Select(entry => Define(catalog, entry.Name, entry.Constants)).ToArray();
        catalog.CreateType();
        foreach (var type in nested)
            type.CreateType();
        assembly.Save(AssemblyPath);
        return this;
    }

    public (int ExitCode, string Output) Run(params string[] options)
    {
        var output = new StringWriter();
        var exitCode = SynthCommand.Run(["--assembly", AssemblyPath, "--project", ProjectFolder, "--template", TemplatePath, .. options], output);
        return (exitCode, output.ToString());
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    /// <summary>Every file but the assembly, with its text.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(path => path != AssemblyPath)
        .ToDictionary(path => Path.GetRelativePath(Root, path), File.ReadAllText);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static TypeBuilder Define(TypeBuilder catalog, string name, Dictionary<string, string> constants)
    {
        var type = catalog.DefineNestedType(name, TypeAttributes.NestedAssembly | TypeAttributes.Abstract | TypeAttributes.Sealed);
        foreach (var (constant, value) in constants)
            type.DefineField(constant, typeof(string), FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.Literal).SetConstant(value);
        return type;
    }
}
