package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.stack.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything and throws all data away. */
@Command(name = "reset", description = "Stops everything and throws all data, logs and passwords away.")
public final class Reset implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        var place = Place.current();
        try (var turn = Turn.take(place.home())) {
            Down.stop(place);
            Folders.delete(place.home().data());
            Folders.delete(place.home().logs());
            Files.deleteIfExists(place.home().secrets());
        }
        System.out.println("All data is gone; ./aurora up begins anew.");
        return 0;
    }
}
