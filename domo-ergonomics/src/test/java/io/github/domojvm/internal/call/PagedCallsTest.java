package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.paging.PagedIterable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedCallsTest {
    private final List<String> fetches = new ArrayList<>();

    @Test
    void sendsNoRequestBeforeTheFirstItemIsRead() {
        PagedIterable<Integer> list = list(500, 500, 1000);

        assertThat((Object) list.pages()).isNotNull();
        assertThat((Object) list.stream()).isNotNull();
        assertThat((Object) list.iterator()).isNotNull();

        assertThat(fetches).isEmpty();
    }

    @Test
    void fetchesTheNextPageOnlyWhenItIsReached() {
        Iterator<Integer> items = list(50, 50, 120).iterator();

        items.next();
        assertThat(fetches).containsExactly("50@0");
        IntStream.range(0, 49).forEach(i -> items.next());
        assertThat(fetches).containsExactly("50@0");
        items.next();
        assertThat(fetches).containsExactly("50@0", "50@50");
    }

    @Test
    void limitedStreamFetchesOnlyTheNeededPages() {
        assertThat(list(50, 50, 1000).stream().limit(50)).hasSize(50);

        assertThat(fetches).containsExactly("50@0");
    }

    @Test
    void endsOnAnEmptyPage() {
        assertThat(list(50, 50, 100).toList()).hasSize(100).doesNotHaveDuplicates();
        assertThat(fetches).containsExactly("50@0", "50@50", "50@100");
    }

    @Test
    void endsOnAShortPage() {
        assertThat(list(50, 50, 70)).hasSize(70);
        assertThat(fetches).containsExactly("50@0", "50@50");
    }

    @Test
    void continuesWhenTheServiceReturnsSmallerPagesThanRequested() {
        assertThat(list(500, 50, 130).toList()).hasSize(130).isSorted();
        assertThat(fetches).containsExactly("500@0", "500@50", "500@100");
    }

    @Test
    void readsSmallPagesToTheEnd() {
        assertThat(list(10, 10, 25)).hasSize(25);
        assertThat(fetches).containsExactly("10@0", "10@10", "10@20");
    }

    @Test
    void stopsWhenTheServiceIgnoresTheOffset() {
        List<Integer> page = IntStream.range(0, 50).boxed().toList();
        PagedIterable<Integer> list = new PagedCalls<>(50, (limit, offset) -> page);

        assertThat(list.toList()).isEqualTo(page);
    }

    @Test
    void stopsWhenTheServiceIgnoresTheOffsetAndTheItemsChangeMeanwhile() {
        PagedIterable<Item> list = new PagedCalls<>(50, (limit, offset) -> items(50, "offset " + offset), Item::id);

        assertThat(list.toList()).isEqualTo(items(50, "offset 0"));
    }

    @Test
    void failsWhenThePagesGoInCircles() {
        PagedIterable<Integer> list = new PagedCalls<>(50, (limit, offset) -> {
            fetches.add(limit + "@" + offset);
            int start = offset < 100 ? offset : 100 + offset % 150;
            return IntStream.range(start, start + 50).boxed().toList();
        });

        assertThatThrownBy(list::toList)
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("A list could not be read to its end")
                .hasMessageContaining("offset 300");
        assertThat(fetches).hasSize(7);
    }

    @Test
    void aListThatGoesInCirclesCanBeReadPartially() {
        PagedIterable<Integer> list = new PagedCalls<>(
                50,
                (limit, offset) ->
                        IntStream.range(offset % 100, offset % 100 + 50).boxed().toList());

        assertThat(list.stream().limit(100)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void eachIterationStartsFromTheFirstPage() {
        PagedIterable<Integer> list = list(50, 50, 3);

        assertThat(list).containsExactly(0, 1, 2);
        assertThat(list).containsExactly(0, 1, 2);
        assertThat(fetches).hasSize(2);
    }

    @Test
    void pagesAreThoseOfTheServiceWithoutEmptyOnes() {
        assertThat(list(50, 50, 60).pages()).extracting(List::size).containsExactly(50, 10);
        assertThat(list(50, 50, 0).pages()).isEmpty();
    }

    @Test
    void nextAfterTheLastPageThrows() {
        Iterator<List<Integer>> pages = list(50, 50, 1).pages().iterator();
        pages.next();

        assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void rejectsAPageSizeOfZero() {
        assertThatThrownBy(() -> list(0, 50, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pageSize");
    }

    private record Item(int id, String state) {}

    private static List<Item> items(int count, String state) {
        return IntStream.range(0, count).mapToObj(id -> new Item(id, state)).toList();
    }

    private PagedIterable<Integer> list(int pageSize, int serviceMaximum, int total) {
        return new PagedCalls<>(pageSize, (limit, offset) -> {
            fetches.add(limit + "@" + offset);
            int end = Math.min(total, offset + Math.min(limit, serviceMaximum));
            return IntStream.range(Math.min(offset, end), end).boxed().toList();
        });
    }
}
