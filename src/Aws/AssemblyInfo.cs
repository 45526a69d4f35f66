using System.Runtime.CompilerServices;

// Every native call passes blittable values only; the marshalling layer stays out of the binary.
[assembly: DisableRuntimeMarshalling]
