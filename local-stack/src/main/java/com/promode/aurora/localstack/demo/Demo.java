package com.promode.aurora.localstack.demo;

import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.Home;
import com.promode.aurora.localstack.stack.Service;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays ten days of real trade through the gateway; again, it only does what is missing. */
@Command(
        name = "demo",
        description = "Plays ten days of real sales through the running system and compares its sums with the files'. "
                + "May be stopped and run again at any time: nothing is done twice.",
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--gateway",
            description = "Address of the gateway; the one of the system that runs on this machine unless given.")
    private @Nullable URI gateway;

    @Option(names = "--email", description = "Who signs in: ${DEFAULT-VALUE}.", defaultValue = "warehouse@aurora.local")
    private String email = "";

    @Option(
            names = "--password",
            description = "The password of the demo users unless given.",
            defaultValue = "Aurora!2026",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private String password = "";

    @Override
    public Integer call() {
        var out = out();
        try (var client = new DemoClient(Optional.ofNullable(gateway).orElseGet(Demo::localGateway), email, password)) {
            var plan = DemoPlan.of(DemoData.load());
            out.printf(
                    "%,d products, %,d sales of %s to %s: looking at what is there%n",
                    plan.data().products().size(), plan.data().sales().size(), plan.from(), plan.to());
            out.flush();
            var catalogue = DemoCatalogue.open(client, plan);
            replay(client, plan, catalogue);
            out.println("Waiting until analytics and notifications have caught up");
            out.flush();
            var report = DemoReport.read(client, plan, catalogue);
            out.println(report.text());
            return report.isGood() ? 0 : DIFFERENT;
        } catch (DemoException e) {
            out.println(e.getMessage());
            return FAILED;
        } finally {
            out.flush();
        }
    }

    private static void replay(DemoClient client, DemoPlan plan, DemoCatalogue catalogue) {
        var done = DemoRecord.read(client, plan);
        try (var bar = bar(done.lines(plan), plan.lines())) {
            new DemoReplay(client, plan, catalogue, done).run(bar::stepBy);
        }
    }

    private static ProgressBar bar(long done, long all) {
        return new ProgressBarBuilder()
                .setTaskName("Lines")
                .setInitialMax(all)
                .startsFrom(done, Duration.ZERO)
                .setUnit("", 1)
                .showSpeed()
                .setMaxRenderedLength(100)
                .build();
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private static URI localGateway() {
        return URI.create(Address.of(Home.current(), System.getenv()).url(Service.GATEWAY));
    }
}
