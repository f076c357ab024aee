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
        header = "Check the settings, the connection, the credentials and the scopes.",
        customSynopsis = "@|bold domo doctor|@ [OPTIONS]",
        description = {
            "Checks the versions of Java and the libraries, each setting and its origin, the host, TLS, the proxy, the access"
                    + " token and its scopes, and reads one item with each scope. Each problem is printed with its fix.",
            "",
            "The command changes nothing in Domo and prints no secrets."
        },
        footer = {
            "  # Check the settings in the environment",
            "  $ domo doctor",
            "",
            "  # Check the settings in a file",
            "  $ domo doctor --credentials ~/.domo"
        })
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
        context.interruption().exitingImmediately(() -> {
            new Doctor(context, service, checkup, Clock.systemUTC()).examine();
            return checkup;
        });
        return checkup.conclude() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
