package com.promode.aurora.localstack;

import com.promode.aurora.localstack.command.Down;
import com.promode.aurora.localstack.command.Logs;
import com.promode.aurora.localstack.command.Reset;
import com.promode.aurora.localstack.command.Status;
import com.promode.aurora.localstack.command.Up;
import com.promode.aurora.localstack.demo.Demo;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./aurora}. */
@Command(
        name = "./aurora",
        description = "Aurora on one machine.",
        mixinStandardHelpOptions = true,
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Reset.class, Demo.class})
public final class Aurora {

    private Aurora() {}

    public static void main(String[] arguments) {
        System.exit(commands().execute(arguments));
    }

    /** What goes wrong is told in words, without a stack trace. */
    private static CommandLine commands() {
        return new CommandLine(new Aurora()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println();
            command.getErr().println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }
}
