package io.github.domojvm.cli.command;

import io.github.domojvm.cli.doctor.Checkup;
import io.github.domojvm.cli.doctor.Doctor;
import io.github.domojvm.cli.service.ServiceOptions;
import io.github.domojvm.cli.terminal.CliContext;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code domo doctor}. */
@Command(
        name = "doctor",
        header = "Find out what is wrong with the way to Domo, and what to mend.",
        description =
                "Looks at the versions, at each setting and where it comes from, at the host, TLS and proxy, at the token and"
                        + " its scopes, and reads one item by each scope. It changes nothing and shows no secret.",
        footer = {"  domo doctor", "  domo doctor --credentials ~/.domo"})
final class DoctorCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    DoctorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Checkup checkup = new Checkup(context);
        context.interruption().endingAtOnce(() -> {
            new Doctor(context, service, checkup, Clock.systemUTC()).examine();
            return checkup;
        });
        return checkup.conclude() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
