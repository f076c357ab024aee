package io.github.domojvm.card;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.CardsApi;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CardSummary;
import io.github.domojvm.rest.model.CardSummaryList;
import io.github.domojvm.rest.model.DrillPathProperties;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Lists Cards, the charts and tables on Pages, and creates and updates the definitions of chart Cards. The API cannot
 * delete a Card.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code dashboard}.
 */
public final class Cards {
    static {
        FacadeFactory.register(Cards.class, Cards::new);
    }

    /** The default of the service; its maximum is not documented (Domo docs, Cards API). */
    private static final int PAGE = 35;

    private final CardsApi api;
    private final CallExecutor calls;

    Cards(ClientContext client) {
        this.api = client.api().cards();
        this.calls = client.calls();
    }

    /**
     * Lists the Cards that the client can access. Sends nothing before the first item is requested.
     *
     * @return the Cards
     */
    public PagedIterable<CardSummary> list() {
        return new PagedCalls<>(PAGE, this::page);
    }

    /**
     * Returns the summary of a Card.
     *
     * @param urn the Card's id
     * @return title, owner, Pages and type of the Card
     * @throws NotFoundException if there is no Card with that id
     */
    public CardSummary get(String urn) {
        return calls.get(api.getCard(checked(urn)), ResponseCheck.hasId(CardSummary::cardUrn, urn));
    }

    /**
     * Returns the summary of a Card if it exists.
     *
     * @param urn the Card's id
     * @return title, owner, Pages and type of the Card, empty if there is no Card with that id
     */
    public Optional<CardSummary> find(String urn) {
        return calls.find(api.getCard(checked(urn)), ResponseCheck.hasId(CardSummary::cardUrn, urn));
    }

    /**
     * Creates a chart Card that is on no Page. Not retried after a lost response, since that could create two.
     *
     * @param definition the chart; its {@code urn} is set by the service
     * @return the definition with the Card's id
     */
    public CardDefinition create(CardDefinition definition) {
        return calls.get(
                api.createChartCard(Args.notNull("definition", definition), null),
                ResponseCheck.hasId(CardDefinition::urn));
    }

    /**
     * Creates a chart Card on a Page. Not retried after a lost response, since that could create two.
     *
     * @param definition the chart; its {@code urn} is set by the service
     * @param pageId the Page's id
     * @return the definition with the Card's id
     */
    public CardDefinition create(CardDefinition definition, long pageId) {
        return calls.get(
                api.createChartCard(Args.notNull("definition", definition), Args.notZero("pageId", pageId)),
                ResponseCheck.hasId(CardDefinition::urn));
    }

    /**
     * Returns the definition of a chart Card or drill view.
     *
     * @param urn the id of the Card or view
     * @return the definition
     * @throws NotFoundException if there is no chart Card or drill view with that id
     */
    public CardDefinition getDefinition(String urn) {
        return calls.get(api.getChartDefinition(checked(urn)), ResponseCheck.hasId(CardDefinition::urn, urn));
    }

    /**
     * Updates the members of the definition of a chart Card or drill view that the change sets. The service replaces
     * the entire definition (Domo docs, Cards API), so it is read first; a concurrent change by another program is
     * lost.
     *
     * @param urn the id of the Card or view
     * @param change sets the members to change
     * @return the definition after the update
     * @throws NotFoundException if there is no chart Card or drill view with that id
     */
    public CardDefinition updateDefinition(String urn, UnaryOperator<CardDefinition.Builder> change) {
        Args.notNull("change", change);
        CardDefinition changed = change.apply(getDefinition(urn).toBuilder()).build();
        return calls.get(api.updateChartDefinition(urn, changed), ResponseCheck.hasId(CardDefinition::urn, urn));
    }

    /**
     * Adds a drill view, which viewers reach by drilling into the Card. Not retried after a lost response, since that
     * could add two.
     *
     * @param urn the Card's id
     * @param definition the chart of the view
     * @return the definition with the id of the drill view
     * @throws NotFoundException if there is no Card with that id
     */
    public CardDefinition addDrillView(String urn, CardDefinition definition) {
        return calls.get(
                api.addDrillView(checked(urn), Args.notNull("definition", definition)),
                ResponseCheck.hasId(CardDefinition::urn));
    }

    /**
     * Returns the drill path of a Card.
     *
     * @param urn the Card's id
     * @return the ids of its drill views in order, and whether the rows can be shown as a table
     * @throws NotFoundException if there is no Card with that id
     */
    public DrillPathProperties getDrillPath(String urn) {
        return calls.get(api.getDrillPath(checked(urn)));
    }

    private List<CardSummary> page(int limit, int offset) {
        // A JSON object that is not a list of cards must not end the list.
        CardSummaryList page = calls.get(
                api.listCards(limit, offset),
                content -> content == null || content.cards() != null || content.totalCardCount() != null);
        return Objects.requireNonNullElse(page.cards(), List.of());
    }

    private static String checked(String urn) {
        return Args.notBlank("urn", urn);
    }
}
