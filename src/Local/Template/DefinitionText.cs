using System.Text;
using Aot.Local.Json;

namespace Aot.Local.Template;

/// <summary>The definition of a state machine as Step Functions gets it: from file or template, with its substitutions filled in.</summary>
internal sealed class DefinitionText(SamTemplate template)
{
    /// <param name="properties">With their functions evaluated.</param>
    /// <exception cref="TemplateException">There is no definition, or its file is not there.</exception>
    public string Read(TemplateResource resource, ObjectValue properties)
    {
        var text = new StringBuilder(Text(resource, properties));
        foreach (var (name, value) in properties["DefinitionSubstitutions"] as ObjectValue ?? [])
            text.Replace("${" + name + "}", value is StringValue substitution ? substitution.Text : value.ToJson());
        return text.ToString();
    }

    private string Text(TemplateResource resource, ObjectValue properties)
    {
        if (properties["DefinitionUri"] is StringValue uri)
        {
            var path = Path.Combine(template.Folder, uri.Text);
            if (File.Exists(path)) return File.ReadAllText(path);
            throw template.Source.Complain(uri, resource.Line, $"The definition {uri.Text} of {resource.LogicalId} is not there. Build src/StateMachines, which writes it.");
        }
        return (properties["Definition"] ?? properties["DefinitionString"]) switch
        {
            StringValue text => text.Text,
            { } definition => definition.ToJson(),
            null => throw new TemplateException(template.Source.File, resource.Line, $"The state machine {resource.LogicalId} has neither Definition nor DefinitionUri."),
        };
    }
}
