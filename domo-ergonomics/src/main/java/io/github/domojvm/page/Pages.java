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
 * Pages, which hold cards, and the collections on them.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code dashboard}.
 */
public final class Pages {
    static {
        FacadeFactory.register(Pages.class, Pages::new);
    }

    /** Domo docs say 500; its Python and R SDKs never ask for more than 50. */
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
     * Lists the pages at the top, each with the tree below it. Sends nothing before the first item is asked for.
     *
     * @return the trees
     */
    public PagedIterable<PageSummary> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listPages(limit, offset)));
    }

    /**
     * Gets a page with the ids of its cards and collections.
     *
     * @param id the page's id
     * @return the page
     * @throws NotFoundException when there is none of that id
     */
    public DomoPage get(long id) {
        return calls.get(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Looks for a page.
     *
     * @param id the page's id
     * @return the page, empty when there is none of that id
     */
    public Optional<DomoPage> find(long id) {
        return calls.find(api.getPage(Args.notZero("id", id)), ResponseCheck.hasId(DomoPage::id, id));
    }

    /**
     * Lists the pages directly below a page; reads the tree until the page is found.
     *
     * @param id the page's id
     * @return the pages below it, empty when there are none or there is no such page
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
     * Creates an empty page at the top. It is not sent again when the answer is lost, since that could make two.
     *
     * @param name its name
     * @return the page as created
     */
    public DomoPage create(String name) {
        return create(
                CreatePageRequest.builder().name(Args.notBlank("name", name)).build());
    }

    /**
     * Creates a page. It is not sent again when the answer is lost, since that could make two.
     *
     * @param request its name, and its place, cards and viewers if wanted
     * @return the page as created
     */
    public DomoPage create(CreatePageRequest request) {
        return calls.get(api.createPage(Args.notNull("request", request)), ResponseCheck.hasId(DomoPage::id));
    }

    /**
     * Changes what the change sets and leaves everything else as it is. {@code cardIds} is the whole list that is
     * wanted, and leaves cards that lie in collections where they are; use {@link #addCards} and {@link #removeCards}
     * to change a part of it.
     *
     * @param id the page's id
     * @param change sets what shall be different
     * @return the page as it is now, read anew
     * @throws NotFoundException when there is none of that id
     */
    public DomoPage update(long id, UnaryOperator<UpdatePageRequest.Builder> change) {
        Args.notZero("id", id);
        Args.notNull("change", change);
        calls.send(api.updatePage(id, change.apply(UpdatePageRequest.builder()).build()));
        return get(id);
    }

    /**
     * Puts cards on a page and keeps those that are there; cards that are on it already stay once.
     *
     * <p>The service takes the whole list only, and has no versions. So the page is read, changed, and read again; when
     * cards that another program put there or took away in between do not show, it is done anew. Two changes at the
     * very same moment can still undo one another; that is <em>not guaranteed</em> to be noticed.
     *
     * @param id the page's id
     * @param cardIds the cards
     * @return the ids of all cards on the page afterwards
     * @throws io.github.domojvm.error.DomoDataException when the page still has other cards than those that were set
     *     after 4 updates
     */
    public List<Long> addCards(long id, Collection<Long> cardIds) {
        return cards.add(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Takes cards off a page, out of its collections first, and keeps the others, with the same care as
     * {@link #addCards}. The cards themselves stay.
     *
     * @param id the page's id
     * @param cardIds the cards; those that are not on the page do not matter
     * @return the ids of all cards on the page afterwards
     * @throws io.github.domojvm.error.DomoDataException when the page still has other cards than those that were set
     *     after 4 updates
     */
    public List<Long> removeCards(long id, Collection<Long> cardIds) {
        return cards.remove(Args.notZero("id", id), Args.listOf("cardIds", cardIds));
    }

    /**
     * Deletes a page. Its cards stay. Pages below it lose their place; {@link #deleteAndReportOrphans} tells which.
     *
     * @param id the page's id
     * @return whether it was deleted; false when there was none of that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deletePage(Args.notZero("id", id)));
    }

    /**
     * Deletes a page and names the pages below it, which lose their place (manual of domo-php). Reads the tree of pages
     * first.
     *
     * @param id the page's id
     * @return whether it was deleted, and the pages that were below it
     */
    public PageDeletion deleteAndReportOrphans(long id) {
        List<PageSummary> below = children(id);
        return new PageDeletion(delete(id), below);
    }

    /**
     * Lists the collections of a page.
     *
     * @param id the page's id
     * @return all of them
     */
    public List<PageCollection> collections(long id) {
        return calls.page(api.listPageCollections(Args.notZero("id", id)));
    }

    /**
     * Creates an empty collection. It is not sent again when the answer is lost, since that could make two.
     *
     * @param id the page's id
     * @param title its title
     * @return the collection as created
     */
    public PageCollection createCollection(long id, String title) {
        return createCollection(
                id,
                CreatePageCollectionRequest.builder()
                        .title(Args.notBlank("title", title))
                        .build());
    }

    /**
     * Creates a collection. Its cards must be on the page already. It is not sent again when the answer is lost, since
     * that could make two.
     *
     * @param id the page's id
     * @param request its title, description and cards
     * @return the collection as created
     */
    public PageCollection createCollection(long id, CreatePageCollectionRequest request) {
        return calls.get(api.createPageCollection(Args.notZero("id", id), Args.notNull("request", request)));
    }

    /**
     * Changes what the change sets and leaves everything else as it is. {@code cardIds} is the whole list that is
     * wanted.
     *
     * @param id the page's id
     * @param collectionId the collection's id
     * @param change sets what shall be different
     * @throws NotFoundException when there is no such page or collection
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
     * Deletes a collection. Its cards stay on the page; no source says so, it is assumed.
     *
     * @param id the page's id
     * @param collectionId the collection's id
     * @return whether it was deleted; false when there was none of that id
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
