package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.PageFetcher;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExecutionListTest {
    private final List<Integer> offsets = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void readsToAnEmptyPageEvenIfThePagesAreShort() {
        ExecutionList list = read((limit, offset) -> executions(offset + 1, Math.min(offset + 10, 25)));

        assertThat(list.complete()).isTrue();
        assertThat(list.highestId()).isEqualTo(25);
        assertThat(offsets).containsExactly(0, 10, 20, 25);
    }

    @Test
    void aStreamWithoutExecutionsNeedsOnePage() {
        ExecutionList list = read((limit, offset) -> List.of());

        assertThat(list.complete()).isTrue();
        assertThat(list.newest()).isNull();
        assertThat(list.highestId()).isZero();
        assertThat(offsets).containsExactly(0);
    }

    @Test
    void endsWhenTheServiceIgnoresLimitAndOffset() {
        ExecutionList list = read((limit, offset) -> executions(1, 700));

        assertThat(list.complete()).isTrue();
        assertThat(list.highestId()).isEqualTo(700);
        assertThat(offsets).containsExactly(0, 700);
    }

    @Test
    void endsAtAPageThatRepeatsEarlierIdsInAnotherOrder() {
        List<Execution> reversed = new ArrayList<>(executions(1, 500));
        Collections.reverse(reversed);

        ExecutionList list = read((limit, offset) -> offset == 0 ? executions(1, 500) : reversed);

        assertThat(list.complete()).isTrue();
        assertThat(offsets).containsExactly(0, 500);
    }

    @Test
    void pagesThatOverlapWithEarlierOnesDoNotEndTheList() {
        ExecutionList list =
                read((limit, offset) -> offset < 1000 ? executions(offset / 2 + 1, offset / 2 + 500) : List.of());

        assertThat(list.complete()).isTrue();
        assertThat(list.highestId()).isEqualTo(750);
    }

    @Test
    void stopsAfterOneHundredPagesIfTheListDoesNotEnd() {
        ExecutionList list = read((limit, offset) -> executions(offset + 1, offset + limit));

        assertThat(list.complete()).isFalse();
        assertThat(list.highestId()).isEqualTo(50_000);
        assertThat(offsets).hasSize(100);
    }

    @Test
    void theNewestHasTheHighestIdWhereverItIs() {
        List<Execution> unordered = List.of(
                execution(7, ExecutionState.ABORTED),
                execution(9, ExecutionState.SUCCESS),
                execution(8, ExecutionState.ACTIVE));

        ExecutionList list = read((limit, offset) -> offset == 0 ? unordered : List.of());

        assertThat(list.newest()).isEqualTo(unordered.get(1));
        assertThat(list.active()).containsExactly(unordered.get(2));
    }

    @Test
    void executionsWithoutAnIdAreIgnored() {
        ExecutionList list = read((limit, offset) ->
                List.of(Execution.builder().currentState(ExecutionState.ACTIVE).build()));

        assertThat(list).isEqualTo(new ExecutionList(null, List.of(), List.of(), true));
        assertThat(offsets).containsExactly(0);
    }

    @Test
    void requestsNoPageAfterTheCancellation() {
        assertThatThrownBy(() -> read((limit, offset) -> {
                    if (offset == 500) {
                        cancellation.cancel();
                    }
                    return executions(offset + 1, offset + limit);
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(offsets).containsExactly(0, 500);
    }

    private ExecutionList read(PageFetcher<Execution> pages) {
        return ExecutionList.read(
                (limit, offset) -> {
                    offsets.add(offset);
                    return pages.fetch(limit, offset);
                },
                cancellation);
    }

    private static List<Execution> executions(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> execution(id, ExecutionState.SUCCESS))
                .toList();
    }

    private static Execution execution(long id, ExecutionState state) {
        return Execution.builder().id(id).currentState(state).build();
    }
}
