/** The Domo API as Retrofit interfaces and models. */
module io.github.domojvm.rest {
    requires transitive com.squareup.moshi;
    requires transitive okhttp3;
    requires transitive okio;
    requires static transitive org.jspecify;
    requires transitive retrofit2;

    exports io.github.domojvm.rest;
    exports io.github.domojvm.rest.api;
    exports io.github.domojvm.rest.model;
}
