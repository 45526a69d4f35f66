using Aot.Local.Json;

namespace Aot.Local.Services.Ec2;

/// <summary>Launch templates, and what an instance takes from one.</summary>
internal sealed partial class Ec2Service
{
    private ObjectValue CreateLaunchTemplate(ServiceRequest request)
    {
        var name = request.RequiredText("LaunchTemplateName");
        if (_templates.Exists(template => template.Name == name))
            throw new ServiceException("InvalidLaunchTemplateName.AlreadyExistsException", $"Launch template name already in use: {name}");
        var template = new LaunchTemplate(NewId("lt"), name, request.RequiredObject("LaunchTemplateData"), _time.GetUtcNow());
        _templates.Add(template);
        return Shape.Of(("LaunchTemplate", template.ToShape()));
    }

    private ObjectValue DescribeLaunchTemplates(ServiceRequest request)
    {
        var (ids, names) = (request.Texts("LaunchTemplateIds"), request.Texts("LaunchTemplateNames"));
        var chosen = ids.Count + names.Count == 0 ? _templates : ids.Select(id => TemplateOf(id, null)).Concat(names.Select(name => TemplateOf(null, name)));
        return Shape.Of(("LaunchTemplates", Shape.List(chosen.Select(template => (Value)template.ToShape()))));
    }

    private ObjectValue DescribeLaunchTemplateVersions(ServiceRequest request)
    {
        var template = TemplateOf(request.Text("LaunchTemplateId"), request.Text("LaunchTemplateName"));
        return Shape.Of(("LaunchTemplateVersions", Shape.List([(Value)template.ToVersionShape()])));
    }

    private ObjectValue DeleteLaunchTemplate(ServiceRequest request)
    {
        var template = TemplateOf(request.Text("LaunchTemplateId"), request.Text("LaunchTemplateName"));
        _templates.Remove(template);
        return Shape.Of(("LaunchTemplate", template.ToShape()));
    }

    private LaunchTemplate TemplateOf(string? id, string? name) => (id, name) switch
    {
        (null, null) => throw Missing("LaunchTemplateId or LaunchTemplateName"),
        (not null, _) => _templates.Find(template => template.Id == id)
            ?? throw new ServiceException("InvalidLaunchTemplateId.NotFound", $"The specified launch template, with template ID {id}, does not exist."),
        _ => _templates.Find(template => template.Name == name)
            ?? throw new ServiceException("InvalidLaunchTemplateName.NotFoundException", $"The specified launch template, with template name {name}, does not exist."),
    };

    // What the request says, else its launch template, else a default.
    private ObjectValue PlacementOf(ServiceRequest request)
    {
        var reference = request.Structure("LaunchTemplate");
        var template = reference is null ? null : TemplateOf(reference.Text("LaunchTemplateId"), reference.Text("LaunchTemplateName"));
        var image = Setting("ImageId") ?? (template is null ? throw Missing("ImageId") : Shape.From("ami-00000000000000000"));
        var market = (Setting("InstanceMarketOptions") as ObjectValue)?["MarketType"];
        var groups = Setting("SecurityGroupIds") as ArrayValue;
        return Shape.Of(
            ("ImageId", image),
            ("InstanceType", Setting("InstanceType") ?? Shape.From("m1.small")),
            ("KeyName", Setting("KeyName")),
            ("SubnetId", Setting("SubnetId")),
            ("InstanceLifecycle", market),
            ("PrivateIpAddress", $"10.0.{_instances.Count / 250 % 250}.{_instances.Count % 250 + 4}"),
            ("PrivateDnsName", ""),
            ("PublicDnsName", ""),
            ("Architecture", "x86_64"),
            ("Placement", Shape.Of(("AvailabilityZone", $"{_aws.Region}a"), ("Tenancy", "default"))),
            ("SecurityGroups", groups is null ? null : Shape.List(groups.Select(group => (Value)Shape.Of(("GroupId", group))))));

        Value? Setting(string name) => request.Optional(name) ?? template?.Data[name];
    }
}
