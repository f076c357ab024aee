/** A client for Domo's Platform API. */
module io.github.domojvm {
    requires de.siegmar.fastcsv;
    requires transitive io.github.domojvm.rest;
    requires transitive java.sql;
    requires kotlin.stdlib;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports io.github.domojvm;
    exports io.github.domojvm.account;
    exports io.github.domojvm.action;
    exports io.github.domojvm.activity;
    exports io.github.domojvm.auth;
    exports io.github.domojvm.buzz;
    exports io.github.domojvm.card;
    exports io.github.domojvm.csv;
    exports io.github.domojvm.dataset;
    exports io.github.domojvm.embed;
    exports io.github.domojvm.error;
    exports io.github.domojvm.group;
    exports io.github.domojvm.observe;
    exports io.github.domojvm.page;
    exports io.github.domojvm.paging;
    exports io.github.domojvm.pdp;
    exports io.github.domojvm.project;
    exports io.github.domojvm.retry;
    exports io.github.domojvm.rows;
    exports io.github.domojvm.schema;
    exports io.github.domojvm.simple;
    exports io.github.domojvm.stream;
    exports io.github.domojvm.time;
    exports io.github.domojvm.user;
}
