package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CardSummary;
import io.github.domojvm.rest.model.CardSummaryList;
import io.github.domojvm.rest.model.Component;
import io.github.domojvm.rest.model.DataSetColumn;
import io.github.domojvm.rest.model.DrillPathProperties;
import java.util.List;

/** The samples of the Card operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class CardSamples {
    void listCards(DomoClient domo) {
        List<CardSummary> cards = domo.cards().list().toList();
    }

    void listCards(RestAccess rest) {
        CardSummaryList page = rest.execute(rest.api().cards().listCards(35, 0));
    }

    void getCard(DomoClient domo) {
        CardSummary card = domo.cards().get("7001");
    }

    void getCard(RestAccess rest) {
        CardSummary card = rest.execute(rest.api().cards().getCard("7001"));
    }

    void createChartCard(DomoClient domo) {
        DataSetColumn harbour =
                DataSetColumn.builder().column("harbour").mapping("ITEM").build();
        DataSetColumn level = DataSetColumn.builder()
                .column("level")
                .mapping("VALUE")
                .aggregation("MAX")
                .build();
        CardDefinition chart = CardDefinition.builder()
                .title("Highest tides")
                .dataSetId("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10")
                .chartType("badge_vert_bar")
                .chartBody(Component.builder()
                        .columns(List.of(harbour, level))
                        .groupBy(List.of(harbour))
                        .build())
                .build();
        CardDefinition card = domo.cards().create(chart);
    }

    void createChartCard(RestAccess rest) {
        DataSetColumn harbour =
                DataSetColumn.builder().column("harbour").mapping("ITEM").build();
        DataSetColumn level = DataSetColumn.builder()
                .column("level")
                .mapping("VALUE")
                .aggregation("MAX")
                .build();
        CardDefinition chart = CardDefinition.builder()
                .title("Highest tides")
                .dataSetId("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10")
                .chartType("badge_vert_bar")
                .chartBody(Component.builder()
                        .columns(List.of(harbour, level))
                        .groupBy(List.of(harbour))
                        .build())
                .build();
        CardDefinition card = rest.execute(rest.api().cards().createChartCard(chart, 3101L));
    }

    void getChartDefinition(DomoClient domo) {
        CardDefinition chart = domo.cards().getDefinition("7001");
    }

    void getChartDefinition(RestAccess rest) {
        CardDefinition chart = rest.execute(rest.api().cards().getChartDefinition("7001"));
    }

    void updateChartDefinition(DomoClient domo) {
        CardDefinition chart = domo.cards().updateDefinition("7001", change -> change.title("Highest tides"));
    }

    void updateChartDefinition(RestAccess rest) {
        CardDefinition chart = rest.execute(rest.api().cards().getChartDefinition("7001"));
        CardDefinition change = chart.toBuilder().title("Highest tides").build();
        CardDefinition changed = rest.execute(rest.api().cards().updateChartDefinition("7001", change));
    }

    void addDrillView(DomoClient domo) {
        DataSetColumn harbour =
                DataSetColumn.builder().column("harbour").mapping("ITEM").build();
        DataSetColumn level = DataSetColumn.builder()
                .column("level")
                .mapping("VALUE")
                .aggregation("MAX")
                .build();
        CardDefinition chart = CardDefinition.builder()
                .title("Tides by day")
                .dataSetId("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10")
                .chartType("badge_vert_bar")
                .chartBody(Component.builder()
                        .columns(List.of(harbour, level))
                        .groupBy(List.of(harbour))
                        .build())
                .build();
        CardDefinition view = domo.cards().addDrillView("7001", chart);
    }

    void addDrillView(RestAccess rest) {
        DataSetColumn harbour =
                DataSetColumn.builder().column("harbour").mapping("ITEM").build();
        DataSetColumn level = DataSetColumn.builder()
                .column("level")
                .mapping("VALUE")
                .aggregation("MAX")
                .build();
        CardDefinition chart = CardDefinition.builder()
                .title("Tides by day")
                .dataSetId("7b1c52f0-3d6e-4a0b-9c11-5e2f9a7d4c10")
                .chartType("badge_vert_bar")
                .chartBody(Component.builder()
                        .columns(List.of(harbour, level))
                        .groupBy(List.of(harbour))
                        .build())
                .build();
        CardDefinition view = rest.execute(rest.api().cards().addDrillView("7001", chart));
    }

    void getDrillPath(DomoClient domo) {
        DrillPathProperties path = domo.cards().getDrillPath("7001");
    }

    void getDrillPath(RestAccess rest) {
        DrillPathProperties path = rest.execute(rest.api().cards().getDrillPath("7001"));
    }
}
