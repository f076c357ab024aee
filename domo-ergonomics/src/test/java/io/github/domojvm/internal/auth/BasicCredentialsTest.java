package io.github.domojvm.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.DomoIoException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;

class BasicCredentialsTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final BasicCredentials rotating = new BasicCredentials(() -> {
        int time = requests.incrementAndGet();
        return ClientCredentials.of("id" + time, "marker-secret" + time);
    });

    @Test
    void usesIdAndSecretOfTheSameProviderCall() {
        assertThat(rotating.renew()).isEqualTo(Credentials.basic("id1", "marker-secret1"));
        assertThat(rotating.get()).isEqualTo(Credentials.basic("id1", "marker-secret1"));
        assertThat(rotating.renew()).isEqualTo(Credentials.basic("id2", "marker-secret2"));
        assertThat(requests).hasValue(2);
    }

    @Test
    void firstUseCallsTheProvider() {
        assertThat(rotating.get()).isEqualTo(Credentials.basic("id1", "marker-secret1"));
    }

    @Test
    void failureOfTheProviderIsReportedWithoutItsMessage() {
        BasicCredentials broken = new BasicCredentials(() -> {
            throw new IllegalStateException("vault failed: marker-secret");
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
