package io.github.domojvm.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.page.Pages;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CardSummary;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.RecordedRequest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CardsTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Cards cards = domo.facade(Cards.class);

    @Test
    void listReadsAllPages() {
        IntStream.range(0, 36).forEach(i -> create("Card " + i));

        assertThat(cards.list()).extracting(CardSummary::cardTitle).hasSize(36).contains("Card 0", "Card 35");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.method().equals("GET"))
                .extracting(RecordedRequest::query)
                .containsExactly("limit=35&offset=0", "limit=35&offset=35");
    }

    @Test
    void listSendsNoRequestBeforeTheFirstItemIsRead() {
        cards.list();

        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void responseWithoutCardsEndsTheListOnlyIfItHasATotal() {
        Fault.On page = Fault.on("GET", "/v1/cards").always();
        sandbox.faults().add(page.respond(200, "{\"totalCardCount\":0}"));

        assertThat(cards.list()).isEmpty();

        sandbox.faults().clear();
        sandbox.faults().add(page.respond(200, "{\"portal\":\"sign in\"}"));

        assertThatExceptionOfType(DomoDataException.class)
                .isThrownBy(() -> cards.list().toList());
    }

    @Test
    void unknownCardIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> cards.get("99"));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> cards.getDefinition("99"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> cards.updateDefinition("99", change -> change.title("Ebb")));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> cards.getDrillPath("99"));
        assertThat(cards.find("99")).isEmpty();
    }

    @Test
    void createsACardOnAPage() {
        long page = domo.facade(Pages.class).create("Harbour").id();

        String urn = cards.create(CardDefinition.builder().title("Tides").build(), page)
                .urn();

        assertThat(cards.get(urn).pages()).containsExactly(page);
        assertThat(cards.get(create("Elsewhere").urn()).pages()).isEmpty();
    }

    @Test
    void updatingTheTitlePreservesTheRestOfTheDefinition() {
        String urn = cards.create(CardDefinition.builder()
                        .title("Tides")
                        .description("By harbour")
                        .goal(5.5)
                        .build())
                .urn();

        CardDefinition updated = cards.updateDefinition(urn, change -> change.title("Ebb"));

        assertThat(cards.getDefinition(urn)).isEqualTo(updated);
        assertThat(updated.title()).isEqualTo("Ebb");
        assertThat(updated.description()).isEqualTo("By harbour");
        assertThat(updated.goal()).isEqualTo(5.5);
    }

    @Test
    void addsADrillViewToTheDrillPath() {
        String urn = create("Tides").urn();

        String view = cards.addDrillView(
                        urn, CardDefinition.builder().title("By day").build())
                .urn();

        assertThat(cards.getDrillPath(urn).drillOrder()).containsExactly(view);
        assertThat(cards.getDefinition(view).title()).isEqualTo("By day");
    }

    private CardDefinition create(String title) {
        return cards.create(CardDefinition.builder().title(title).build());
    }
}
