package io.github.domojvm.sandbox.internal.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Page;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.page.PageApi;
import java.io.IOException;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The Cards API. Definitions are stored as sent. Cards are not rendered, and no DataSet is read. */
public final class CardApi {
    private static final int DEFAULT_LIMIT = 35;
    private static final int MAX_LIMIT = 500;

    private final TreeMap<Long, CardState> cards = new TreeMap<>();
    private final SandboxState state;
    private final ActivityLog activity;
    private final PageApi pages;
    private final Predicate<String> hasDataSet;

    public CardApi(SandboxState state, ActivityLog activity, PageApi pages, Predicate<String> hasDataSet) {
        this.state = state;
        this.activity = activity;
        this.pages = pages;
        this.hasDataSet = hasDataSet;
    }

    public void addTo(Router router) {
        router.add("GET", "/v1/cards", "dashboard", this::list)
                .add("POST", "/v1/cards/chart", "dashboard", this::create)
                .add("GET", "/v1/cards/chart/{urn}", "dashboard", this::definition)
                .add("PUT", "/v1/cards/chart/{urn}", "dashboard", this::update)
                .add("POST", "/v1/cards/chart/{urn}/drill", "dashboard", this::addDrillView)
                .add("GET", "/v1/cards/chart/{urn}/drillpath", "dashboard", this::drillPath)
                .add("GET", "/v1/cards/{urn}", "dashboard", this::get);
    }

    private ApiResponse list(Call call) {
        Page page = Page.of(call.params(), DEFAULT_LIMIT, MAX_LIMIT);
        return ApiResponse.json(200, state.with(() -> {
            ArrayNode found = page.of(cards.values().stream(), card -> card.json(pages.pagesOf(card.id)));
            return Json.object().put("totalCardCount", cards.size()).set("cards", found);
        }));
    }

    private ApiResponse get(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            CardState card = card(call.variable(0));
            note("VIEWED", card);
            return card.fullJson(pages.pagesOf(card.id));
        }));
    }

    private ApiResponse create(Call call) throws IOException {
        ObjectNode definition = call.json();
        long pageId = call.params().number("pageId", 0, 1);
        return ApiResponse.json(200, state.with(() -> {
            check(definition);
            CardState card = new CardState(state.nextNumber(), definition, state.now());
            if (pageId != 0) {
                pages.put(card.id, pageId);
            }
            cards.put(card.id, card);
            note("CREATED", card);
            return card.definitionJson(card.urn());
        }));
    }

    private ApiResponse definition(Call call) {
        String urn = call.variable(0);
        return ApiResponse.json(200, state.with(() -> cardOrDrillView(urn).definitionJson(urn)));
    }

    private ApiResponse update(Call call) throws IOException {
        ObjectNode definition = call.json();
        String urn = call.variable(0);
        return ApiResponse.json(200, state.with(() -> {
            CardState card = cardOrDrillView(urn);
            check(definition);
            card.define(urn, definition);
            card.lastModified = state.now();
            note("UPDATED", card);
            return card.definitionJson(urn);
        }));
    }

    private ApiResponse addDrillView(Call call) throws IOException {
        ObjectNode definition = call.json();
        return ApiResponse.json(200, state.with(() -> {
            CardState card = card(call.variable(0));
            check(definition);
            String urn = card.drill(definition);
            note("UPDATED", card);
            return card.definitionJson(urn);
        }));
    }

    private ApiResponse drillPath(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ObjectNode json = Json.object().put("allowTableDrill", true);
            ArrayNode order = json.putArray("drillOrder");
            card(call.variable(0)).drillOrder().forEach(order::add);
            return json;
        }));
    }

    private void check(ObjectNode definition) {
        String dataSetId = Json.text(definition, "dataSetId");
        if (dataSetId != null && !hasDataSet.test(dataSetId)) {
            throw ApiException.badRequest("dataSetId: no DataSet " + dataSetId);
        }
    }

    /** Returns the card with a URN, or the card that has the drill view with this URN. */
    private CardState cardOrDrillView(String urn) {
        int drill = urn.indexOf("-drill-");
        CardState card = card(drill < 0 ? urn : urn.substring(0, drill));
        if (!card.has(urn)) {
            throw ApiException.notFound("Card", urn);
        }
        return card;
    }

    private CardState card(String urn) {
        CardState card = urn.matches("\\d{1,18}") ? cards.get(Long.valueOf(urn)) : null;
        if (card == null) {
            throw ApiException.notFound("Card", urn);
        }
        return card;
    }

    private void note(String action, CardState card) {
        activity.record(action, "CARD", card.id, card.title());
    }
}
