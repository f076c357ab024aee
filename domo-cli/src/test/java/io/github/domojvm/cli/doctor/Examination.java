package io.github.domojvm.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;

/** Runs {@code domo doctor}, and asserts that it prints no secret. */
final class Examination {
    static final String SECRET = "marker-of-a-secret";

    private Examination() {}

    static Cli.Ending failed(Cli cli, String... options) {
        Cli.Ending doctor = examine(cli, options);
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(1);
        return doctor;
    }

    static Cli.Ending examine(Cli cli, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Cli.Ending doctor = cli.run(arguments);
        assertThat(doctor.out() + doctor.err()).doesNotContain(SECRET, "Bearer", "Basic ");
        return doctor;
    }
}
