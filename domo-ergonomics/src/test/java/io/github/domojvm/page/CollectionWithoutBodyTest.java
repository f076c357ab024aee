package io.github.domojvm.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.DomoClient;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service creates a collection and responds without a body, as Domo docs show. */
class CollectionWithoutBodyTest {
    private static final String PATH = "/v1/pages/{id}/collections";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Pages pages = domo.facade(Pages.class);
    private long page;

    @BeforeEach
    void createAPage() {
        page = pages.create("Tides").id();
    }

    private void respondWithoutBody(int status) {
        sandbox.faults().add(Fault.on("POST", PATH).always().performThenRespond(status, ""));
    }

    @Test
    void theCreatedCollectionIsReadBack() {
        PageCollection older = pages.createCollection(page, "Week");
        pages.addCards(page, List.of(7L));
        respondWithoutBody(200);

        PageCollection created = pages.createCollection(
                page,
                CreatePageCollectionRequest.builder()
                        .title("Week")
                        .cardIds(List.of(7L))
                        .build());

        assertThat(created.id()).isNotEqualTo(older.id());
        assertThat(created.title()).isEqualTo("Week");
        assertThat(created.cardIds()).containsExactly(7L);
        assertThat(pages.collections(page)).containsExactly(older, created);
    }

    @Test
    void anyStatusOfSuccessMayHaveNoBody() {
        respondWithoutBody(201);
        assertThat(pages.createCollection(page, "Week")).isIn(pages.collections(page));
        respondWithoutBody(204);
        assertThat(pages.createCollection(page, "Month")).isIn(pages.collections(page));
    }

    @Test
    void aConcurrentlyCreatedCollectionWithAnotherTitleIsIgnored() {
        respondWithoutBody(200);
        sandbox.faults().add(Fault.on("GET", PATH).nth(2).respond(200, """
                [{"id":41,"title":"Month"},{"id":42,"title":"Week"}]"""));

        assertThat(pages.createCollection(page, "Week").id()).isEqualTo(42);
    }

    @Test
    void twoNewCollectionsWithTheTitleAreReportedWithTheirIds() {
        respondWithoutBody(200);
        sandbox.faults().add(Fault.on("GET", PATH).nth(2).respond(200, """
                [{"id":41,"title":"Week"},{"id":42,"title":"Week"}]"""));

        DomoDataException e = catchThrowableOfType(DomoDataException.class, () -> pages.createCollection(page, "Week"));

        assertThat(e)
                .hasMessageContaining("A collection was created on page " + page)
                .hasMessageContaining("41, 42")
                .hasMessageContaining("another program")
                .hasMessageContaining("List the collections of the page before you create it again")
                .hasMessageNotContaining("Week");
        assertThat(e.reason()).isEqualTo(FailureReason.UNEXPECTED_RESPONSE);
        assertThat(e.requestNotSent()).isFalse();
    }

    @Test
    void aCollectionThatIsNotListedYetIsReported() {
        respondWithoutBody(200);
        sandbox.faults().add(Fault.on("GET", PATH).nth(2).respond(200, "[]"));

        assertThat(catchThrowableOfType(DomoDataException.class, () -> pages.createCollection(page, "Week")))
                .hasMessageContaining("no new one with its title")
                .hasMessageContaining("could create two");
    }

    @Test
    void aFailureToListTheCollectionsAfterwardsDoesNotHideThatOneWasCreated() {
        respondWithoutBody(200);
        sandbox.faults().add(Fault.on("GET", PATH).nth(2).times(9).respond(503, ""));

        assertThat(catchThrowableOfType(DomoDataException.class, () -> pages.createCollection(page, "Week")))
                .hasMessageContaining("A collection was created on page " + page)
                .hasMessageContaining("could not be read")
                .hasCauseInstanceOf(ServerException.class);
    }

    @Test
    void nothingIsCreatedIfThePageDoesNotExist() {
        assertThat(catchThrowableOfType(NotFoundException.class, () -> pages.createCollection(99, "Week")))
                .isNotNull();
        assertThat(sandbox.requests())
                .noneMatch(request -> request.path().equals("/v1/pages/99/collections")
                        && request.method().equals("POST"));
    }

    @Test
    void anExecutedCallOfTheGeneratedClientReturnsNull() {
        respondWithoutBody(200);
        try (DomoClient client = DomoClient.fromEnvironment(sandbox.environment())) {
            CreatePageCollectionRequest request =
                    CreatePageCollectionRequest.builder().title("Week").build();

            assertThat(client.rest().execute(client.rest().api().pages().createPageCollection(page, request)))
                    .isNull();
            assertThat(client.rest()
                            .executeWithResponse(client.rest().api().pages().createPageCollection(page, request))
                            .content())
                    .isEmpty();
        }
        assertThat(pages.collections(page)).hasSize(2);
    }
}
