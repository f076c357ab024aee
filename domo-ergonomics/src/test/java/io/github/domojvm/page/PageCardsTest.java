package io.github.domojvm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageCardsTest {
    private MockWebServer server;
    private TestDomo domo;
    private Pages pages;

    @BeforeEach
    void start() throws IOException {
        server = new MockWebServer();
        server.start();
        URI url = server.url("/").uri();
        domo = new TestDomo(url, "id", "marker-secret", new FakeTiming());
        pages = domo.facade(Pages.class);
        enqueue(200, "{\"access_token\":\"e30\",\"expires_in\":3599}");
    }

    @AfterEach
    void stop() {
        domo.close();
        server.close();
    }

    @Test
    void mergesWithCardsThatAnotherClientAddedConcurrently() throws InterruptedException {
        enqueuePage("[1]");
        enqueue(204, "");
        // The other client then replaced the list without the added card.
        enqueuePage("[1,9]");
        enqueue(204, "");
        enqueuePage("[1,9,7]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(1L, 9L, 7L);

        for (int i = 0; i < 4; i++) {
            server.takeRequest();
        }
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"cardIds\":[1,9,7]}");
    }

    @Test
    void failsWhenOtherClientsKeepReplacingTheCards() {
        enqueuePage("[1]");
        for (int i = 0; i < 4; i++) {
            enqueue(204, "");
            enqueuePage("[" + i + "]");
        }

        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> pages.addCards(3, List.of(7L)))
                .withMessageContaining("page 3")
                .withMessageContaining("4 updates")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("409"));
    }

    @Test
    void succeedsWhenThePageHasTheCardsAfterTheLastUpdate() {
        enqueuePage("[1]");
        for (int i = 0; i < 3; i++) {
            enqueue(204, "");
            enqueuePage("[" + i + "]");
        }
        enqueue(204, "");
        enqueuePage("[2,7,9]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(2L, 7L, 9L);
    }

    @Test
    void sendsNoUpdateWhenNothingChanges() {
        enqueuePage("[1,7]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(1L, 7L);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private void enqueuePage(String cards) {
        enqueue(200, "{\"id\":3,\"cardIds\":" + cards + "}");
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
