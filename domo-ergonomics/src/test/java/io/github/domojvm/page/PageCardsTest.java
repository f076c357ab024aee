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
        domo = new TestDomo(url, "id", "secret", new FakeTiming());
        pages = domo.facade(Pages.class);
        answer(200, "{\"access_token\":\"e30\",\"expires_in\":3599}");
    }

    @AfterEach
    void stop() {
        domo.close();
        server.close();
    }

    @Test
    void mergesWithWhatAnotherProgramPutThereMeanwhile() throws InterruptedException {
        page("[1]");
        answer(204, "");
        // The other program's list came after ours, and knew nothing of it.
        page("[1,9]");
        answer(204, "");
        page("[1,9,7]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(1L, 9L, 7L);

        for (int i = 0; i < 4; i++) {
            server.takeRequest();
        }
        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("{\"cardIds\":[1,9,7]}");
    }

    @Test
    void givesUpWhenOthersNeverStop() {
        page("[1]");
        for (int i = 0; i < 4; i++) {
            answer(204, "");
            page("[" + i + "]");
        }

        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> pages.addCards(3, List.of(7L)))
                .withMessageContaining("page 3")
                .withMessageContaining("4 updates")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("409").hasMessageNotContaining("answered"));
    }

    @Test
    void succeedsWhenTheCardsAreThereAfterTheLastUpdate() {
        page("[1]");
        for (int i = 0; i < 3; i++) {
            answer(204, "");
            page("[" + i + "]");
        }
        answer(204, "");
        page("[2,7,9]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(2L, 7L, 9L);
    }

    @Test
    void sendsNothingWhenNothingWouldChange() {
        page("[1,7]");

        assertThat(pages.addCards(3, List.of(7L))).containsExactly(1L, 7L);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    private void page(String cards) {
        answer(200, "{\"id\":3,\"cardIds\":" + cards + "}");
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }
}
