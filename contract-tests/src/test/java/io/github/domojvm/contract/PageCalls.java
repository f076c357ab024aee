package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.List;

/** How programs reach the Page and collection operations. */
final class PageCalls {
    static final List<ClientCall> ALL = List.of(
            rest("listPages", (api, ids) -> api.pages().listPages(50, 0)),
            rest(
                    "createPage",
                    (api, ids) -> api.pages()
                            .createPage(
                                    CreatePageRequest.builder().name("Tides").build())),
            rest("getPage", (api, ids) -> api.pages().getPage(ids.page())),
            restSilent(
                    "updatePage",
                    (api, ids) -> api.pages()
                            .updatePage(
                                    ids.page(),
                                    UpdatePageRequest.builder()
                                            .name("Ebb")
                                            .cardIds(List.of(ids.cardOfPage()))
                                            .build())),
            restSilent("deletePage", (api, ids) -> api.pages().deletePage(ids.page())),
            rest("listPageCollections", (api, ids) -> api.pages().listPageCollections(ids.page())),
            rest(
                    "createPageCollection",
                    (api, ids) -> api.pages()
                            .createPageCollection(
                                    ids.page(),
                                    CreatePageCollectionRequest.builder()
                                            .title("Week")
                                            .cardIds(List.of(ids.cardOfPage()))
                                            .build())),
            restSilent(
                    "updatePageCollection",
                    (api, ids) -> api.pages()
                            .updatePageCollection(
                                    ids.page(),
                                    ids.collection(),
                                    UpdatePageCollectionRequest.builder()
                                            .title("Month")
                                            .build())),
            restSilent(
                    "deletePageCollection",
                    (api, ids) -> api.pages().deletePageCollection(ids.page(), ids.collection())));

    private PageCalls() {}
}
