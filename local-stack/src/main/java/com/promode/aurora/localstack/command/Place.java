package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.Home;
import com.promode.aurora.localstack.stack.Processes;

/** Where the launcher was called: the project's folder and the ports. */
record Place(Home home, Address address) {

    static Place current() {
        var home = Home.current();
        return new Place(home, Address.of(home, System.getenv()));
    }

    Processes processes() {
        return new Processes(home.run());
    }
}
