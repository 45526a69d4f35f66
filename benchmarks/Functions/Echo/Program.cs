return Aot.Bootstrap.Dispatch.Run();
