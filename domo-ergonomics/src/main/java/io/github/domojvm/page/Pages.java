package io.github.domojvm.page;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.PagesApi;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.DomoPage;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.rest.model.PageSummary;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Manages Pages with their cards and collections.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code dashboard}.
 */
public final class Pages {
    static {
        FacadeFactory.register(Pages.class, Pages::new);
    }

    /** Domo docs say 500; its Python and R SDKs never request more than 50. */
    private static final int MAX_PAGE = 50;

    private final PagesApi api;
    private final CallExecutor calls;
    private final PageCards cards;

    Pages(ClientContext client) {
        this.api = client.api().pages();
        this.calls = client.calls();
        this.cards = new PageCards(api, calls);
    }

    /**
     * Lists the top-level pages, each with the tree of pages below it. Sends nothing before the first item is
     * requested.
     *
     * @return the trees of pages
     */
    public PagedIterable<PageSummary> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listPages(limit, offset)));
    }

    /**
     * Returns a page with the ids of its cards and collections.
     *
     * @param id the page's id
     * @return the page
     * @throws NotFoundException if there is no page with that id
     */
    public DomoPage get(long id) {
        return calls.get(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Returns a page if it exists.
     *
     * @param id the page's id
     * @return the page, empty if there is no page with that id
     */
    public Optional<DomoPage> find(long id) {
        return calls.find(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Returns the pages directly below a page. Reads the trees of pages until the page is found.
     *
     * @param id the page's id
     * @return the pages below it; empty if there are none or the page does not exist
     */
    public List<PageSummary> children(long id) {
        Args.notZero("id", id);
        return list().stream()
                .map(top -> childrenIn(top, id))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Creates an empty top-level page. Not retried after a lost response, since that could create two.
     *
     * @param name the name
     * @return the created page
     */
    public DomoPage create(String name) {
        return create(
                CreatePageRequest.builder().name(Args.notBlank("name", name)).build());
    }

    /**
     * Creates a page. Not retried after a lost response, since that could create two.
     *
     * @param request the name; optionally the parent, cards and viewers
     * @return the created page
     */
    public DomoPage create(CreatePageRequest request) {
        return calls.get(api.createPage(Args.notNull("request", request)), ResponseCheck.hasId(DomoPage::id));
    }

    /**
     * Updates the members that the change sets, and reads the page again. {@code cardIds} is the complete new list and
     * does not remove cards that are in collections; use {@link #addCards} and {@link #removeCards} to change
     * individual cards.
     *
     * @param id the page's id
     * @param change sets the members to change
     * @return the page after the update
     * @throws NotFoundException if there is no page with that id
     */
    public DomoPage update(long id, UnaryOperator<UpdatePageRequest.Builder> change) {
        Args.notZero("id", id);
        Args.notNull("change", change);
        calls.send(api.updatePage(id, change.apply(UpdatePageRequest.builder()).build()));
        return get(id);
    }

    /**
     * Adds cards to a page and preserves the existing ones. Cards that are already on the page are not duplicated.
     *
     * <p>The service only accepts the complete list and has no versions. The page is therefore read, updated and read
     * again; if the cards are not those that were set, the update is repeated with the changed list. Concurrent changes
     * by several programs can still overwrite each other, which is <em>not guaranteed</em> to be detected.
     *
     * @param id the page's id
     * @param cardIds the cards
     * @return the ids of all cards on the page after the update
     * @throws io.github.domojvm.error.DomoDataException if the page still has other cards than those that were set
     *     after 4 updates
     */
    public List<Long> addCards(long id, Collection<Long> cardIds) {
        return cards.add(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Removes cards from the collections of a page and from the page, with the same checks as {@link #addCards}. The
     * cards are not deleted.
     *
     * @param id the page's id
     * @param cardIds the cards; those that are not on the page are ignored
     * @return the ids of all cards on the page after the update
     * @throws io.github.domojvm.error.DomoDataException if the page still has other cards than those that were set
     *     after 4 updates
     */
    public List<Long> removeCards(long id, Collection<Long> cardIds) {
        return cards.remove(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Deletes a page. Its cards are not deleted. Pages below it lose their parent; {@link #deleteAndReportOrphans}
     * returns them.
     *
     * @param id the page's id
     * @return whether it was deleted; false if there was no page with that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deletePage(Args.notZero("id", id)));
    }

    /**
     * Deletes a page and returns the pages below it, which lose their parent (manual of domo-php). Reads the trees of
     * pages first.
     *
     * @param id the page's id
     * @return whether it was deleted, and the pages that were below it
     */
    public PageDeletion deleteAndReportOrphans(long id) {
        List<PageSummary> below = children(id);
        return new PageDeletion(delete(id), below);
    }

    /**
     * Returns the collections of a page.
     *
     * @param id the page's id
     * @return all collections
     */
    public List<PageCollection> collections(long id) {
        return calls.page(api.listPageCollections(Args.notZero("id", id)));
    }

    /**
     * Creates an empty collection. Not retried after a lost response, since that could create two.
     *
     * @param id the page's id
     * @param title the title
     * @return the created collection
     */
    public PageCollection createCollection(long id, String title) {
        return createCollection(
                id,
                CreatePageCollectionRequest.builder()
                        .title(Args.notBlank("title", title))
                        .build());
    }

    /**
     * Creates a collection. Its cards must already be on the page. Not retried after a lost response, since that could
     * create two.
     *
     * @param id the page's id
     * @param request the title, description and cards
     * @return the created collection
     */
    public PageCollection createCollection(long id, CreatePageCollectionRequest request) {
        return calls.get(api.createPageCollection(Args.notZero("id", id), Args.notNull("request", request)));
    }

    /**
     * Updates the members that the change sets. {@code cardIds} is the complete new list.
     *
     * @param id the page's id
     * @param collectionId the collection's id
     * @param change sets the members to change
     * @throws NotFoundException if there is no such page or collection
     */
    public void updateCollection(
            long id, long collectionId, UnaryOperator<UpdatePageCollectionRequest.Builder> change) {
        Args.notZero("id", id);
        Args.positive("collectionId", collectionId);
        Args.notNull("change", change);
        UpdatePageCollectionRequest request =
                change.apply(UpdatePageCollectionRequest.builder()).build();
        calls.send(api.updatePageCollection(id, collectionId, request));
    }

    /**
     * Deletes a collection. Its cards are assumed to stay on the page; no source documents it.
     *
     * @param id the page's id
     * @param collectionId the collection's id
     * @return whether it was deleted; false if there was no such page or collection
     */
    public boolean deleteCollection(long id, long collectionId) {
        return calls.delete(
                api.deletePageCollection(Args.notZero("id", id), Args.positive("collectionId", collectionId)));
    }

    private static Optional<List<PageSummary>> childrenIn(PageSummary tree, long id) {
        List<PageSummary> children = Objects.requireNonNullElse(tree.children(), List.of());
        if (Objects.equals(Members.orNull(tree, PageSummary::id), id)) {
            return Optional.of(children);
        }
        return children.stream()
                .map(child -> childrenIn(child, id))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
