package io.github.domojvm.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.DomoIoException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final BasicCredentials rotating = new BasicCredentials(() -> {
        int time = asked.incrementAndGet();
        return ClientCredentials.of("id" + time, "secret" + time);
    });

    @Test
    void idAndSecretAreOfOneAnswerOfTheProvider() {
        assertThat(rotating.renew()).isEqualTo(Credentials.basic("id1", "secret1"));
        assertThat(rotating.get()).isEqualTo(Credentials.basic("id1", "secret1"));
        assertThat(rotating.renew()).isEqualTo(Credentials.basic("id2", "secret2"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void firstUseAsks() {
        assertThat(rotating.get()).isEqualTo(Credentials.basic("id1", "secret1"));
    }

    @Test
    void providerThatFailsIsToldWithoutItsWords() {
        BasicCredentials broken = new BasicCredentials(() -> {
            throw new IllegalStateException("vault says marker-secret");
        });

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(broken::renew)
                .withMessageContaining("IllegalStateException")
                .withMessageNotContaining("marker-secret")
                .satisfies(e -> assertThat(e.requestNotSent()).isTrue());
        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> new BasicCredentials(() -> null).get())
                .withMessageContaining("The provider of the client credentials failed");
    }
}
