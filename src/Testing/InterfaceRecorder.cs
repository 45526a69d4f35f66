using System.Reflection;

namespace Aot.Testing;

/// <summary>Stands for a service interface and hands every call to a delegate.</summary>
internal class InterfaceRecorder : DispatchProxy
{
    private Func<MethodInfo, object?[], object?> _call = null!;

    public static object Create(Type type, Func<MethodInfo, object?[], object?> call)
    {
        var proxy = Create(type, typeof(InterfaceRecorder));
        ((InterfaceRecorder)proxy)._call = call;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _call(targetMethod!, args ?? []);
}
