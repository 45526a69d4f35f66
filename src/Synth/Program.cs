return Aot.Synth.SynthCommand.Run(args, Console.Out);
