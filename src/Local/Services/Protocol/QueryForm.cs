using System.Globalization;
using Aot.Local.Json;
using Microsoft.AspNetCore.Http;

namespace Aot.Local.Services.Protocol;

/// <summary>Turns the dotted names of a Query form into nested values.</summary>
/// <remarks>Source: Smithy, "AWS query protocol" and "AWS EC2 query protocol".</remarks>
internal static class QueryForm
{
    /// <summary>Reads a form; numbered names become lists, everything else objects with text members.</summary>
    // Tags.member.1.Key=a  Filter.1.Value.1=x  Attributes.entry.1.key=k, …entry.1.value=v
    //   ──▶
    // {"Tags":[{"Key":"a"}], "Filter":[{"Value":["x"]}], "Attributes":{"k":"v"}}
    public static ObjectValue Read(IFormCollection form, Func<string, string>? listName = null)
    {
        var root = new Node();
        foreach (var (name, values) in form)
        {
            if (name is "Action" or "Version")
                continue;
            var node = root;
            foreach (var part in name.Split('.'))
                node = node.Child(part);
            node.Text = values.ToString();
        }
        return (ObjectValue)root.ToValue(listName ?? (name => name));
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);

        public string? Text { get; set; }

        public Node Child(string name)
        {
            if (!_children.TryGetValue(name, out var child))
                _children.Add(name, child = new Node());
            return child;
        }

        public Value ToValue(Func<string, string> listName)
        {
            if (_children.Count == 0 && Text is not null)
                return Shape.From(Text);
            if (_children.Count == 1 && _children.TryGetValue("member", out var members))
                return members.ToValue(listName);
            if (_children.Count == 1 && _children.TryGetValue("entry", out var entries))
                return entries.ToMap(listName);
            if (IsList)
                return Shape.List(Ordered.Select(item => item.ToValue(listName)));
            var body = new ObjectValue(_children.Count);
            foreach (var (name, child) in _children)
                body[child.IsListed ? listName(name) : name] = child.ToValue(listName);
            return body;
        }

        private bool IsList => _children.Count > 0 && _children.Keys.All(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _));

        private bool IsListed => IsList || (_children.Count == 1 && _children.ContainsKey("member"));

        private IEnumerable<Node> Ordered => _children.OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => child.Value);

        private ObjectValue ToMap(Func<string, string> listName)
        {
            var map = new ObjectValue();
            foreach (var entry in IsList ? Ordered : [])
                map[entry.Child("key").Text ?? entry.Child("Name").Text ?? ""] = entry.FirstOf("value", "Value").ToValue(listName);
            return map;
        }

        private Node FirstOf(string name, string otherwise) => _children.TryGetValue(name, out var child) ? child : Child(otherwise);
    }
}
