package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.Home;
import com.promode.aurora.localstack.stack.Processes;
import java.nio.file.Path;

/** Where the launcher was called: the project's folder and the ports. */
record Place(Home home, Address address) {

    static Place current() {
        return new Place(new Home(Path.of(System.getProperty("aurora.root", "."))), Address.of(System.getenv()));
    }

    Processes processes() {
        return new Processes(home.run());
    }
}
