using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Aot.Testing;

/// <summary>Stands for a handler class: a class derived from it at run time hands the calls of its functions to a delegate.</summary>
/// <remarks>The derived object's own constructor never runs: all it is asked for are the overridden methods, and those go to the author's object.</remarks>
internal static class HandlerRecorder
{
    private static readonly ModuleBuilder _module =
        AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Aot.Testing.Recorders"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Recorders");

    private static readonly ConcurrentDictionary<Type, Type> _derived = new();

    /// <summary>True where every function of the class can be overridden.</summary>
    public static bool CanSee(Type type) => !type.IsSealed && type.IsVisible && TaskMethods.Of(type).All(m => m is { IsVirtual: true, IsFinal: false });

    /// <summary>The recorder, or null where the class cannot be derived from.</summary>
    public static object? Create(Type type, Func<MethodInfo, object?[], object?> call)
    {
        if (!CanSee(type))
            return null;
        var methods = TaskMethods.Of(type).ToArray();
        var recorder = RuntimeHelpers.GetUninitializedObject(_derived.GetOrAdd(type, t => Derive(t, methods)));
        recorder.GetType().GetField("call")!.SetValue(recorder, (Func<int, object?[], object?>)((index, arguments) => call(methods[index], arguments)));
        return recorder;
    }

    private static Type Derive(Type type, MethodInfo[] methods)
    {
        lock (_module)
        {
            var derived = _module.DefineType($"{type.Name}{Guid.NewGuid():N}", TypeAttributes.Public | TypeAttributes.Sealed, type);
            var call = derived.DefineField("call", typeof(Func<int, object?[], object?>), FieldAttributes.Public);
            for (var i = 0; i < methods.Length; i++)
                Override(derived, call, methods[i], i);
            return derived.CreateType();
        }
    }

    // T Method(A a, B b)  ──▶  return (T)call(index, new object[] { a, b });
    private static void Override(TypeBuilder derived, FieldInfo call, MethodInfo method, int index)
    {
        var parameters = method.GetParameters().Select(p => p.ParameterType).ToArray();
        var attributes = (method.Attributes & ~(MethodAttributes.NewSlot | MethodAttributes.Abstract)) | MethodAttributes.Virtual;
        var code = derived.DefineMethod(method.Name, attributes, method.ReturnType, parameters).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, call);
        code.Emit(OpCodes.Ldc_I4, index);
        code.Emit(OpCodes.Ldc_I4, parameters.Length);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (var i = 0; i < parameters.Length; i++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldarg, (short)(i + 1));
            code.Emit(OpCodes.Box, parameters[i]);
            code.Emit(OpCodes.Stelem_Ref);
        }

        code.Emit(OpCodes.Callvirt, typeof(Func<int, object?[], object?>).GetMethod("Invoke")!);
        code.Emit(OpCodes.Unbox_Any, method.ReturnType);
        code.Emit(OpCodes.Ret);
    }
}
