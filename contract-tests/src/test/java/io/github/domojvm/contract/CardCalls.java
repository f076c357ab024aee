package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.Component;
import io.github.domojvm.rest.model.DataSetColumn;
import io.github.domojvm.rest.model.SortOrder;
import java.util.List;
import java.util.Optional;

/** The client calls of the Card operations. */
final class CardCalls {
    static final List<ClientCall> ALL = List.of(
            silent("listCards", "Cards.list", (domo, ids) -> domo.cards().list().toList()),
            reading("getCard", "Cards.get", (domo, ids) -> domo.cards().get(ids.card())),
            tolerant(
                    "getCard",
                    "Cards.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.cards().find(ids.card())),
            reading(
                    "createChartCard",
                    "Cards.create(definition)",
                    (domo, ids) -> domo.cards().create(chart(ids))),
            reading(
                    "createChartCard",
                    "Cards.create(definition, page)",
                    (domo, ids) -> domo.cards().create(chart(ids), ids.page())),
            reading(
                    "getChartDefinition",
                    "Cards.getDefinition",
                    (domo, ids) -> domo.cards().getDefinition(ids.card())),
            reading(
                    "updateChartDefinition",
                    "Cards.updateDefinition",
                    (domo, ids) -> domo.cards().updateDefinition(ids.card(), change -> change.title("Lowest"))),
            reading(
                    "addDrillView",
                    "Cards.addDrillView",
                    (domo, ids) -> domo.cards().addDrillView(ids.card(), chart(ids))),
            reading(
                    "getDrillPath",
                    "Cards.getDrillPath",
                    (domo, ids) -> domo.cards().getDrillPath(ids.card())),
            rest("listCards", (api, ids) -> api.cards().listCards(35, 0)),
            rest("getCard", (api, ids) -> api.cards().getCard(ids.card())),
            rest("createChartCard", (api, ids) -> api.cards().createChartCard(chart(ids), ids.page())),
            rest("getChartDefinition", (api, ids) -> api.cards().getChartDefinition(ids.card())),
            rest("updateChartDefinition", (api, ids) -> api.cards().updateChartDefinition(ids.card(), chart(ids))),
            rest("addDrillView", (api, ids) -> api.cards().addDrillView(ids.card(), chart(ids))),
            rest("getDrillPath", (api, ids) -> api.cards().getDrillPath(ids.card())));

    private CardCalls() {}

    private static CardDefinition chart(Ids ids) {
        DataSetColumn level = DataSetColumn.builder()
                .column("kwh")
                .aggregation("MAX")
                .order(SortOrder.DESCENDING)
                .build();
        return CardDefinition.builder()
                .title("Highest")
                .dataSetId(ids.dataSet())
                .goal(5.5)
                .chartBody(
                        Component.builder().columns(List.of(level)).limit(10L).build())
                .build();
    }
}
