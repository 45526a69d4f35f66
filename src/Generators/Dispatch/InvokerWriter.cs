namespace Aot.Generators.Dispatch;

/// <summary>Writes the class that reads one function's event, calls it, and writes its result.</summary>
internal static class InvokerWriter
{
    public static void Write(CodeWriter code, Handler handler)
    {
        var isAsync = handler.Result.Awaitable is not null;
        var target = handler.Instance is null ? handler.Type : "handler";
        var parameter = handler.Instance is null ? "" : $"{handler.Type} handler";
        code.Open($"sealed class {handler.Name}Invoker({parameter}) : {(isAsync ? "AsyncHandlerInvoker" : "HandlerInvoker")}");
        code.Open(isAsync ? "public override ValueTask InvokeAsync(Invocation invocation)" : "public override void Invoke(Invocation invocation)");
        var payloads = handler.Payloads.ToList();
        if (payloads.Count > 0)
            code.Line($"ReadEvent(invocation{string.Concat(payloads.Select((_, i) => $", out var member{i}"))});");
        var arguments = string.Join(", ", handler.Parameters.Select(p => p.Source switch
        {
            ParameterSource.Payload => $"member{payloads.IndexOf(p)}",
            ParameterSource.RawPayload => "invocation.Event",
            ParameterSource.Context => "invocation.Context",
            ParameterSource.AmazonContext => $"new {AmazonContextWriter.ClassName}(invocation.Context)",
            _ => "invocation.DeadlineToken",
        }));
        var call = $"{target}.@{handler.Method}({arguments})";
        if (isAsync)
            WriteAwait(code, handler, call);
        else if (ResultStatement(handler, call) is { } statement)
            code.Line(statement);
        else
            code.Line($"{call};");
        code.Close();

        if (isAsync)
            WriteFinish(code.Line(), handler);
        if (payloads.Count > 0)
            WriteReadEvent(code.Line(), payloads);
        code.Close();
    }

    // A task that has ended costs nothing but the test; only one that has not gets a state machine.
    private static void WriteAwait(CodeWriter code, Handler handler, string call)
    {
        code.Line($"var pending = {call};")
            .Line("if (!pending.IsCompletedSuccessfully)").Inner("return FinishAsync(pending, invocation);");
        if (ResultStatement(handler, "pending.Result") is { } statement)
            code.Line(statement);
        else if (handler.Result.Awaitable!.Contains("ValueTask"))
            code.Line("pending.GetAwaiter().GetResult();");
        code.Line("return default;");
    }

    private static void WriteFinish(CodeWriter code, Handler handler)
    {
        const string Await = "await pending.ConfigureAwait(false)";
        code.Open($"static async ValueTask FinishAsync({handler.Result.Awaitable} pending, Invocation invocation)")
            .Line(ResultStatement(handler, Await) ?? $"{Await};").Close();
    }

    private static string? ResultStatement(Handler handler, string value)
    {
        if (handler.Result.IsRaw)
            return $"invocation.Respond({value});";
        return handler.Result.Shape is { } shape ? $"var writer = invocation.Writer; {JsonWriterWriter.Statement(shape, value)}" : null;
    }

    private static void WriteReadEvent(CodeWriter code, List<HandlerParameter> payloads)
    {
        var outs = string.Concat(payloads.Select((p, i) => $", out {p.Shape!.Type} member{i}"));
        code.Open($"static void ReadEvent(Invocation invocation{outs})")
            .Line("var json = invocation.Event.Span;").Line("var reader = new Utf8JsonReader(json);")
            .Open("try").Line("JsonRead.Begin(ref reader);");
        if (payloads.Count == 1)
        {
            code.Line($"member0 = {JsonReaderWriter.Expression(payloads[0].Shape!)};");
        }
        else
        {
            code.Line("JsonRead.StartObject(ref reader);");
            for (var i = 0; i < payloads.Count; i++)
                code.Line($"member{i} = default;");
            code.Open("while (JsonRead.NextMember(ref reader))");
            for (var i = 0; i < payloads.Count; i++)
            {
                var name = JsonReaderWriter.Literal(JsonShapeReader.CamelCase(payloads[i].Name));
                code.Open($"{(i == 0 ? "if" : "else if")} (reader.ValueTextEquals({name}u8))")
                    .Line("reader.Read();").Line($"member{i} = {JsonReaderWriter.Expression(payloads[i].Shape!)};").Close();
            }

            code.Line("else").Inner("JsonRead.SkipMember(ref reader);").Close();
        }

        code.Line("JsonRead.End(ref reader);").Close()
            .Open("catch (JsonException fault)").Line("throw EventFault.Create(json, reader.TokenStartIndex, fault);").Close().Close();
    }
}
