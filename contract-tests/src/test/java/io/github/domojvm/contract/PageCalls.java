package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the Page and collection operations. */
final class PageCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "listPages",
                    "Pages.list",
                    (domo, ids) -> domo.pages().list().toList()),
            reading(
                    "createPage",
                    "Pages.create(name)",
                    (domo, ids) -> domo.pages().create("Tides")),
            reading("getPage", "Pages.get", (domo, ids) -> domo.pages().get(ids.page())),
            tolerant(
                    "getPage",
                    "Pages.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.pages().find(ids.page())),
            silent(
                    "updatePage",
                    "Pages.update",
                    (domo, ids) -> domo.pages().update(ids.page(), change -> change.name("Ebb"))),
            tolerant(
                    "deletePage",
                    "Pages.delete",
                    false,
                    false,
                    (domo, ids) -> domo.pages().delete(ids.page())),
            reading(
                    "listPageCollections",
                    "Pages.collections",
                    (domo, ids) -> domo.pages().collections(ids.page())),
            reading(
                    "createPageCollection",
                    "Pages.createCollection(id, title)",
                    (domo, ids) -> domo.pages().createCollection(ids.page(), "Week")),
            silent(
                    "updatePageCollection",
                    "Pages.updateCollection",
                    (domo, ids) -> domo.pages()
                            .updateCollection(ids.page(), ids.collection(), change -> change.title("Month"))),
            tolerant(
                    "deletePageCollection",
                    "Pages.deleteCollection",
                    false,
                    false,
                    (domo, ids) -> domo.pages().deleteCollection(ids.page(), ids.collection())),
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
