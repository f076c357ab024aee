package io.github.domojvm.contract;

import static io.github.domojvm.contract.Spelling.json;
import static io.github.domojvm.contract.Spelling.plain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Requests of other Domo clients that differ from those of this client and are not in a recording, or whose response
 * matters. Sources: the source code of these clients, and Domo's reference for "Domo docs".
 */
final class Spellings {
    private static final String PYTHON = "domo-python-sdk";
    private static final String JAVA = "domo-java-sdk";
    private static final String NODE = "domo-node-sdk";
    private static final String RUST = "domo-rust-sdk";
    private static final String R = "rdomo";
    private static final String PHP = "domo-php 0.2";
    private static final String PHP3 = "domo-php 0.3";
    private static final String DOCS = "Domo docs";

    /** Requests for a token, with the id and secret of the client. */
    static final List<Spelling> TOKENS = List.of(
            plain(NODE, "GET", "/oauth/token?scope=user%20data&grant_type=client_credentials", 200)
                    .expecting("/scope", "user data"),
            plain("BuildIntelligence.Domo.Sdk", "POST", "/oauth/token?grant_type=client_credentials&scope=data", 200)
                    .expecting("/scope", "data"),
            plain(PYTHON, "POST", "/oauth/token", 200)
                    .form("grant_type=client_credentials&scope=")
                    .expecting("/token_type", "bearer"));

    private static final List<Spelling> DATA = List.of(
            plain(PHP3, "GET", "/v1/datasets?", 200).expecting("/0/schema", ""),
            json(JAVA, "PUT", "/v1/datasets/{dataSet}", """
                    {"id":"x","name":"Renamed","rows":7,"columns":0,"owner":{"id":730114,"name":"Ada"},\
                    "createdAt":"2025-03-04T05:06:07Z","updatedAt":"2025-03-04T05:06:07Z","pdpEnabled":false}""", 200)
                    .expecting("/id", "{dataSet}")
                    .expecting("/name", "Renamed")
                    .expecting("/rows", "2"),
            json(PYTHON, "POST", "/v1/datasets/query/execute/{dataSet}", "{\"sql\": {\"select\": 1}}", 400),
            plain(NODE, "GET", "/v1/datasets/{dataSet}/data?includeHeader=false&fileName=foo.csv", 200)
                    .with("Accept", "text/csv"),
            json(PHP3, "POST", "/v1/datasets/{dataSet}/policies", """
                    {"name":"Two","filters":[{"column":"meter","operator":"EQUALS","values":["1001"]}],\
                    "users":[],"groups":[]}""", 201).expecting("/type", "user"),
            json(DOCS, "POST", "/v1/json?name=Ferries&description=of%20the%20coast", "", 201)
                    .expecting("/name", "Ferries"),
            json(DOCS, "PUT", "/v1/json/{simpleDataSet}/data?updateMethod=replace", "[{\"a\":1}]", 204),
            json(DOCS, "POST", "/v1/streams", """
                    {"dataSet":{"name":"Keyed","rows":0,"schema":{"columns":[{"type":"STRING","name":"key"}]}},\
                    "updateMethod":"APPEND","keyColumnNames":["key"]}""", 201).expecting("/updateMethod", "APPEND"),
            json(RUST, "POST", "/v1/streams/{stream}/executions", "{}", 200).expecting("/currentState", "ACTIVE"));

    private static final List<Spelling> PEOPLE = List.of(
            json(PHP3, "POST", "/v1/users?", """
                    {"name":"Cy","email":"{email}","role":"Participant","sendInvite":true}""", 201).expecting("/sendInvite", ""),
            json(PHP, "PUT", "/v1/users/{member}", "{\"title\":\"No e-mail address\"}", 400),
            json(RUST, "POST", "/v1/users/bulk/emails", "[\"unknown@northwind.example\"]", 200)
                    .expecting("/0", ""),
            json(R, "POST", "/v1/groups/", "{\"name\":\"Idle\",\"active\":\"false\"}", 201)
                    .expecting("/active", "false"));

    private static final List<Spelling> REST = List.of(
            json(DOCS, "POST", "/v1/pages", "{\"name\":\"Kept\",\"locked\":\"TRUE\"}", 201)
                    .expecting("/locked", "true"),
            json(RUST, "POST", "/v1/accounts/{account}/shares", "{\"user\":{\"id\":{member}}}", 200),
            plain(RUST, "GET", "/v1/projects/", 200).expecting("/0/name", "Personal"),
            json(DOCS, "POST", "/v1/projects", "{\"name\":\"Open\",\"members\":[],\"public\":\"TRUE\"}", 200)
                    .expecting("/public", "true"),
            json(DOCS, "PUT", "/v1/projects/{project}/lists/{list}/tasks", "{\"taskName\":\"Put\"}", 200)
                    .expecting("/taskName", "Put"),
            plain(DOCS, "DELETE", "/v1/project/{project}/tasks/{task}/attachments/{attachment}", 200),
            plain(RUST, "DELETE", "/v1/projects/{project}/lists/{list}/tasks/{task}/attachments/{attachment}", 200),
            plain(RUST, "DELETE", "/v1/projects/{project}/lists/{list}/tasks/{task}", 200));

    static final List<Spelling> ALL =
            Stream.of(DATA, PEOPLE, REST).flatMap(List::stream).toList();

    private Spellings() {}
}
