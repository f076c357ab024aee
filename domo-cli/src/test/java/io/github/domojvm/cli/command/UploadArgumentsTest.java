package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadArgumentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    - --create x --mode replace                          | standard input
                    f --create x --mode replace --no-header              | requires a header line
                    f --create x --mode upsert                           | at least one --key
                    f --create x --mode append --key name                | --key is valid only with --create and UPSERT
                    f --stream 1 --mode upsert --key name                | --key is valid only with --create and UPSERT
                    f --stream 1 --mode sideways                         | not one of REPLACE, APPEND, UPSERT
                    f --stream 1 --mode unknown                          | not one of REPLACE, APPEND, UPSERT
                    f --stream 1                                         | --mode
                    f --mode replace                                     | --create
                    f --create x --stream 1 --mode replace               | mutually exclusive
                    f --stream one --mode replace                        | --stream
                    f --stream 0 --mode replace                          | --stream must be positive: 0
                    f --stream 1 --mode replace --memory 0               | --memory must be
                    f --stream 1 --mode replace --parallel 17            | --parallel must be 1 to 16: 17
                    f --stream 1 --mode replace --part-rows 0            | --part-rows must be
                    f --stream 1 --mode replace --part-bytes 1t          | '1t' is not a valid size
                    f --stream 1 --mode replace --level 10               | --level must be 1 to 9: 10
                    f --stream 1 --mode replace --part-bytes 0           | --part-bytes must be
                    f --stream 1 --mode replace --parallel 0             | --parallel must be
                    f --stream 1 --mode replace --level 9 --no-gzip      | mutually exclusive
                    f --stream 1 --mode replace --no-gzip --adaptive-gzip | mutually exclusive
                    f --stream 1 --mode replace --memory 1m              | --memory must be at least 1m
                    f --stream 1 --mode replace --early-commit later     | 'later' is not one of retry, wait, fail
                    f --stream 1 --mode replace --commit-interval 15     | '15' is not a valid duration
                    f --stream 1 --mode replace --client-secret=s3cr3t   | Unknown option: --client-secret.
                    f --stream 1 --mode append --again --resume          | --again and --resume are mutually exclusive
                    f --stream 1 --mode append --no-journal --again      | --no-journal and --again are mutually exclusive
                    f --stream 1 --mode append --no-journal --spool      | --no-journal and --spool are mutually exclusive
                    - --stream 1 --mode append --resume                  | --resume requires --spool
                    - --stream 1 --mode append --journal j               | --journal requires --spool
                    f --stream 1 --mode append --progress-timeout 0s     | --progress-timeout must be positive: 0
                    f --stream 1 --mode append --progress-timeout soon   | 'soon' is not a valid duration
                    f --stream 1 --mode append --processing-timeout -1s  | '-1s' is not a valid duration
                    f s3cr3t --stream 1 --mode replace                   | Too many arguments.
                    """)
    void rejectsInvalidOrContradictoryArgumentsBeforeAnyRequest(String arguments, String message) {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            Cli.Ending upload = Cli.against(sandbox).run(("upload " + arguments).split(" +"));

            assertThat(upload.exitCode()).isEqualTo(2);
            assertThat(upload.err())
                    .contains(message, "See 'domo upload --help'.")
                    .doesNotContain("s3cr3t");
            assertThat(sandbox.requests()).isEmpty();
        }
    }
}
