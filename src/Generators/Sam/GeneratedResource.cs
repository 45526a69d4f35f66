namespace Aot.Generators.Sam;

/// <summary>What every resource that the build writes has in common.</summary>
internal static class GeneratedResource
{
    /// <summary>Stands for the path of the definition; Synth knows which file it writes.</summary>
    public const string DefinitionUri = "aot:definition";

    /// <summary>Stands for the path of the template's folder.</summary>
    public const string CodeUri = "aot:code";

    /// <param name="source">Full name of what it is generated from.</param>
    /// <param name="further">Entries behind the marker.</param>
    public static YamlMapping Metadata(string source, params (string Key, Yaml? Value)[] further)
        => YamlMapping.Of([("GeneratedBy", Yaml.Text("Aot.Synth")), ("Source", Yaml.Text(source)), .. further]);
}
