package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.DomoPage;
import io.github.domojvm.rest.model.PageCollection;
import io.github.domojvm.rest.model.PageSummary;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.List;

/** The samples of the Page and collection operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class PageSamples {
    void createPage(DomoClient domo) {
        CreatePageRequest request =
                CreatePageRequest.builder().name("Tides").parentId(3100L).build();
        DomoPage page = domo.pages().create(request);
    }

    void createPage(RestAccess rest) {
        CreatePageRequest request =
                CreatePageRequest.builder().name("Tides").parentId(3100L).build();
        DomoPage page = rest.execute(rest.api().pages().createPage(request));
    }

    void listPages(DomoClient domo) {
        List<PageSummary> pages = domo.pages().list().toList();
    }

    void listPages(RestAccess rest) {
        List<PageSummary> pages = rest.execute(rest.api().pages().listPages(50, 0));
    }

    void getPage(DomoClient domo) {
        DomoPage page = domo.pages().get(3101);
    }

    void getPage(RestAccess rest) {
        DomoPage page = rest.execute(rest.api().pages().getPage(3101L));
    }

    void updatePage(DomoClient domo) {
        DomoPage page = domo.pages().update(3101, change -> change.cardIds(List.of(7001L, 7002L)));
    }

    void updatePage(RestAccess rest) {
        UpdatePageRequest change = UpdatePageRequest.builder()
                .name("Tides")
                .cardIds(List.of(7001L, 7002L))
                .build();
        rest.execute(rest.api().pages().updatePage(3101L, change));
    }

    void deletePage(DomoClient domo) {
        boolean deleted = domo.pages().delete(3101);
    }

    void deletePage(RestAccess rest) {
        rest.execute(rest.api().pages().deletePage(3101L));
    }

    void createPageCollection(DomoClient domo) {
        CreatePageCollectionRequest request = CreatePageCollectionRequest.builder()
                .title("This week")
                .cardIds(List.of(7002L))
                .build();
        PageCollection collection = domo.pages().createCollection(3101, request);
    }

    void createPageCollection(RestAccess rest) {
        CreatePageCollectionRequest request = CreatePageCollectionRequest.builder()
                .title("This week")
                .cardIds(List.of(7002L))
                .build();
        PageCollection collection = rest.execute(rest.api().pages().createPageCollection(3101L, request));
    }

    void listPageCollections(DomoClient domo) {
        List<PageCollection> collections = domo.pages().collections(3101);
    }

    void listPageCollections(RestAccess rest) {
        List<PageCollection> collections = rest.execute(rest.api().pages().listPageCollections(3101L));
    }

    void updatePageCollection(DomoClient domo) {
        domo.pages().updateCollection(3101, 41, change -> change.title("Last week"));
    }

    void updatePageCollection(RestAccess rest) {
        UpdatePageCollectionRequest change =
                UpdatePageCollectionRequest.builder().title("Last week").build();
        rest.execute(rest.api().pages().updatePageCollection(3101L, 41L, change));
    }

    void deletePageCollection(DomoClient domo) {
        boolean deleted = domo.pages().deleteCollection(3101, 41);
    }

    void deletePageCollection(RestAccess rest) {
        rest.execute(rest.api().pages().deletePageCollection(3101L, 41L));
    }
}
