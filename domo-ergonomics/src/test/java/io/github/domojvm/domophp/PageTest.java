package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.page.PageDeletion;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.DomoPage;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.rest.model.PageSummary;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTest extends ManualTest {
    private DomoPage page;

    @BeforeEach
    void createPageName() {
        page = domo.pages().create("Page Name");
    }

    @Test
    void getList() {
        DomoPage child = below(page, "Child");
        domo.pages().create("Other");

        assertThat(domo.pages().list()).extracting(PageSummary::name).containsExactly("Page Name", "Other");
        assertThat(domo.pages().list().iterator().next().children())
                .extracting(PageSummary::id)
                .containsExactly(child.id());
    }

    @Test
    void getListWithLimitAndOffset() {
        List.of("b", "c", "d").forEach(domo.pages()::create);

        assertThat(domo.pages().list().stream().skip(1).limit(2))
                .extracting(PageSummary::name)
                .containsExactly("b", "c");
    }

    @Test
    void getPage() {
        assertThat(domo.pages().get(page.id()).name()).isEqualTo("Page Name");
        assertThat(domo.pages().find(999_999)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.pages().get(999_999));
    }

    @Test
    void createPage() {
        DomoPage locked = domo.pages()
                .create(CreatePageRequest.builder()
                        .name("Child")
                        .parentId(page.id())
                        .locked(true)
                        .cardIds(List.of(7L))
                        .build());

        assertThat(domo.pages().get(locked.id()).parentId()).isEqualTo(page.id());
        assertThat(domo.pages().get(locked.id()).locked()).isTrue();
        assertThat(domo.pages().get(locked.id()).cardIds()).containsExactly(7L);
    }

    @Test
    void updatePage() {
        domo.pages().addCards(page.id(), List.of(7L));

        DomoPage renamed = domo.pages().update(page.id(), change -> change.name("Other"));

        assertThat(renamed.name()).isEqualTo("Other");
        assertThat(renamed.cardIds()).containsExactly(7L);
    }

    @Test
    void addCard() {
        assertThat(domo.pages().addCards(page.id(), List.of(7L))).containsExactly(7L);
        assertThat(domo.pages().addCards(page.id(), List.of(7L, 8L)))
                .as("domo-php can add a card twice")
                .containsExactly(7L, 8L);
        assertThat(domo.pages().removeCards(page.id(), List.of(7L, 99L))).containsExactly(8L);
    }

    @Test
    void removingACardTakesItOutOfItsCollectionsToo() {
        domo.pages().addCards(page.id(), List.of(7L, 8L));
        PageCollection collection = domo.pages().createCollection(page.id(), "My Collection");
        domo.pages().updateCollection(page.id(), collection.id(), change -> change.cardIds(List.of(7L, 8L)));

        assertThat(domo.pages().removeCards(page.id(), List.of(7L))).containsExactly(8L);
        assertThat(domo.pages().collections(page.id()).get(0).cardIds()).containsExactly(8L);
    }

    @Test
    void deletePage() {
        DomoPage child = below(page, "Child");

        PageDeletion deletion = domo.pages().deleteAndReportOrphans(page.id());

        assertThat(deletion.deleted()).isTrue();
        assertThat(deletion.orphans()).extracting(PageSummary::id).containsExactly(child.id());
        assertThat(domo.pages().get(child.id()).parentId()).isZero();
        assertThat(domo.pages().delete(page.id())).isFalse();
    }

    @Test
    void getPageCollections() {
        List.of("b", "c", "d").forEach(title -> domo.pages().createCollection(page.id(), title));

        assertThat(domo.pages().collections(page.id()))
                .extracting(PageCollection::title)
                .containsExactly("b", "c", "d");
        assertThat(domo.pages().collections(page.id()).stream().skip(1).limit(1))
                .extracting(PageCollection::title)
                .containsExactly("c");
    }

    @Test
    void createPageCollection() {
        PageCollection plain = domo.pages().createCollection(page.id(), "My Collection");
        PageCollection described = domo.pages()
                .createCollection(
                        page.id(),
                        CreatePageCollectionRequest.builder()
                                .title("Other")
                                .description("Of all sorts")
                                .build());

        assertThat(domo.pages().collections(page.id())).containsExactly(plain, described);
        assertThat(described.description()).isEqualTo("Of all sorts");
    }

    @Test
    void updatePageCollection() {
        domo.pages().addCards(page.id(), List.of(123L, 456L));
        PageCollection collection = domo.pages().createCollection(page.id(), "My Collection");

        domo.pages().updateCollection(page.id(), collection.id(), change -> change.cardIds(List.of(123L, 456L)));
        assertThat(domo.pages().collections(page.id()).get(0).cardIds()).containsExactly(123L, 456L);

        domo.pages().updateCollection(page.id(), collection.id(), change -> change.cardIds(List.of(123L)));
        assertThat(domo.pages().collections(page.id()).get(0).cardIds()).containsExactly(123L);
        assertThat(domo.pages().collections(page.id()).get(0).title()).isEqualTo("My Collection");
    }

    @Test
    void deletePageCollection() {
        PageCollection collection = domo.pages().createCollection(page.id(), "My Collection");

        assertThat(domo.pages().deleteCollection(page.id(), collection.id())).isTrue();
        assertThat(domo.pages().deleteCollection(page.id(), collection.id())).isFalse();
    }

    private DomoPage below(DomoPage parent, String name) {
        return domo.pages()
                .create(CreatePageRequest.builder()
                        .name(name)
                        .parentId(parent.id())
                        .build());
    }
}
