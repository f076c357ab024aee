package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;

import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.Component;
import io.github.domojvm.rest.model.DataSetColumn;
import io.github.domojvm.rest.model.SortOrder;
import java.util.List;

/** How programs reach the Card operations. */
final class CardCalls {
    static final List<ClientCall> ALL = List.of(
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
