package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox that other machines can reach does not have the published secret. */
class HostTest {
    @Test
    void secretIsRandomOnAnAddressThatOtherMachinesCanReach() {
        try (DomoSandbox one = DomoSandbox.builder().host("0.0.0.0").start();
                DomoSandbox other = DomoSandbox.builder().host("0.0.0.0").start()) {
            assertThat(one.clientSecret())
                    .hasSizeGreaterThan(20)
                    .isNotEqualTo("sandbox-secret")
                    .isNotEqualTo(other.clientSecret());
            assertThat(one.clientId()).isEqualTo("sandbox-client");
            assertThat(one.isLoopback()).isFalse();
        }
    }

    @Test
    void secretOfAnAddedClientIsNotReplaced() {
        try (DomoSandbox sandbox =
                DomoSandbox.builder().host("0.0.0.0").client("loader", "chosen").start()) {
            assertThat(sandbox.clientSecret()).isEqualTo("chosen");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void secretIsTheDocumentedOneOnLoopback(String host) {
        try (DomoSandbox sandbox = DomoSandbox.builder().host(host).start()) {
            assertThat(sandbox.clientSecret()).isEqualTo("sandbox-secret");
            assertThat(sandbox.isLoopback()).isTrue();
            assertThat(new Caller(sandbox).get("/v1/groups").status()).isEqualTo(200);
        }
    }
}
