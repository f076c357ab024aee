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
 * Manages Pages with their Cards and collections.
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
    private final NewCollection collections;

    Pages(ClientContext client) {
        this.api = client.api().pages();
        this.calls = client.calls();
        this.cards = new PageCards(api, calls);
        this.collections = new NewCollection(api, calls);
    }

    /**
     * Lists the top-level Pages, each with the tree of Pages below it. Sends nothing before the first item is
     * requested.
     *
     * @return the trees of Pages
     */
    public PagedIterable<PageSummary> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listPages(limit, offset)));
    }

    /**
     * Returns a Page with the ids of its Cards and collections.
     *
     * @param id the Page's id
     * @return the Page
     * @throws NotFoundException if there is no Page with that id
     */
    public DomoPage get(long id) {
        return calls.get(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Returns a Page if it exists.
     *
     * @param id the Page's id
     * @return the Page, empty if there is no Page with that id
     */
    public Optional<DomoPage> find(long id) {
        return calls.find(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Returns the Pages directly below a Page. Reads the trees of Pages until the Page is found.
     *
     * @param id the Page's id
     * @return the Pages below it; empty if there are none or the Page does not exist
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
     * Creates an empty top-level Page. Not retried after a lost response, since that could create two.
     *
     * @param name the name
     * @return the created Page
     */
    public DomoPage create(String name) {
        return create(
                CreatePageRequest.builder().name(Args.notBlank("name", name)).build());
    }

    /**
     * Creates a Page. Not retried after a lost response, since that could create two.
     *
     * @param request the name; optionally the parent, Cards and viewers
     * @return the created Page
     */
    public DomoPage create(CreatePageRequest request) {
        return calls.get(api.createPage(Args.notNull("request", request)), ResponseCheck.hasId(DomoPage::id));
    }

    /**
     * Updates the members that the change sets, and reads the Page again. {@code cardIds} is the complete new list and
     * does not remove Cards that are in collections; use {@link #addCards} and {@link #removeCards} to change
     * individual Cards.
     *
     * @param id the Page's id
     * @param change sets the members to change
     * @return the Page after the update
     * @throws NotFoundException if there is no Page with that id
     */
    public DomoPage update(long id, UnaryOperator<UpdatePageRequest.Builder> change) {
        Args.notZero("id", id);
        Args.notNull("change", change);
        calls.send(api.updatePage(id, change.apply(UpdatePageRequest.builder()).build()));
        return get(id);
    }

    /**
     * Adds Cards to a Page and preserves the existing ones. Cards that are already on the Page are not duplicated.
     *
     * <p>The service only accepts the complete list and has no versions. The Page is therefore read, updated and read
     * again; if the Cards are not those that were set, the update is repeated with the changed list. Concurrent changes
     * by several programs can still overwrite each other, which is <em>not guaranteed</em> to be detected.
     *
     * @param id the Page's id
     * @param cardIds the Cards
     * @return the ids of all Cards on the Page after the update
     * @throws io.github.domojvm.error.DomoDataException if the Page still has other Cards than those that were set
     *     after 4 updates
     */
    public List<Long> addCards(long id, Collection<Long> cardIds) {
        return cards.add(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Removes Cards from the collections of a Page and from the Page, with the same checks as {@link #addCards}. The
     * Cards are not deleted.
     *
     * @param id the Page's id
     * @param cardIds the Cards; those that are not on the Page are ignored
     * @return the ids of all Cards on the Page after the update
     * @throws io.github.domojvm.error.DomoDataException if the Page still has other Cards than those that were set
     *     after 4 updates
     */
    public List<Long> removeCards(long id, Collection<Long> cardIds) {
        return cards.remove(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Deletes a Page. Its Cards are not deleted. Pages below it lose their parent; {@link #deleteAndReportOrphans}
     * returns them.
     *
     * @param id the Page's id
     * @return whether it was deleted; false if there was no Page with that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deletePage(Args.notZero("id", id)));
    }

    /**
     * Deletes a Page and returns the Pages below it, which lose their parent (manual of domo-php). Reads the trees of
     * Pages first.
     *
     * @param id the Page's id
     * @return whether it was deleted, and the Pages that were below it
     */
    public PageDeletion deleteAndReportOrphans(long id) {
        List<PageSummary> below = children(id);
        return new PageDeletion(delete(id), below);
    }

    /**
     * Returns the collections of a Page.
     *
     * @param id the Page's id
     * @return all collections
     */
    public List<PageCollection> collections(long id) {
        return calls.page(api.listPageCollections(Args.notZero("id", id)));
    }

    /**
     * Creates an empty collection, with the calls and exceptions of {@link #createCollection(long,
     * CreatePageCollectionRequest)}.
     *
     * @param id the Page's id
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
     * Creates a collection. Its Cards must already be on the Page. Not retried after a lost response, since that could
     * create two.
     *
     * <p>Domo docs show no body in the response, while Domo's Python SDK reads one. The collections of the Page are
     * therefore read before, and again if there is no body: the new one with the title is returned.
     *
     * @param id the Page's id
     * @param request the title, description and Cards
     * @return the created collection
     * @throws io.github.domojvm.error.DomoDataException if the response has no body and the collection cannot be
     *     identified, because it is not listed yet, or because another program created one with the same title at the
     *     same time. The collection exists
     */
    public PageCollection createCollection(long id, CreatePageCollectionRequest request) {
        return collections.create(Args.notZero("id", id), Args.notNull("request", request));
    }

    /**
     * Updates the members that the change sets. {@code cardIds} is the complete new list.
     *
     * @param id the Page's id
     * @param collectionId the collection's id
     * @param change sets the members to change
     * @throws NotFoundException if there is no such Page or collection
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
     * Deletes a collection. Its Cards are assumed to stay on the Page; no source documents it.
     *
     * @param id the Page's id
     * @param collectionId the collection's id
     * @return whether it was deleted; false if there was no such Page or collection
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
