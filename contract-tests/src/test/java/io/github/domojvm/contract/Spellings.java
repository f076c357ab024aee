package io.github.domojvm.contract;

import static io.github.domojvm.contract.Spelling.json;
import static io.github.domojvm.contract.Spelling.plain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Requests of other Domo clients that differ from those of this client. Sources: the source code of these clients, and
 * Domo's reference for "Domo docs".
 */
final class Spellings {
    private static final String PYTHON = "domo-python-sdk";
    private static final String JAVA = "domo-java-sdk";
    private static final String NODE = "domo-node-sdk";
    private static final String RUST = "domo-rust-sdk";
    private static final String R = "rdomo";
    private static final String PHP = "domo-php";
    private static final String DOCS = "Domo docs";

    /** Requests for a token, with the id and secret of the client. */
    static final List<Spelling> TOKENS = List.of(
            plain(NODE, "GET", "/oauth/token?scope=user%20data&grant_type=client_credentials", 200)
                    .expecting("/scope", "user data"),
            plain(R, "GET", "/oauth/token?grant_type=client_credentials", 200).expecting("/token_type", "bearer"),
            plain(PHP, "GET", "/oauth/token?grant_type=client_credentials&scopes=data,audit,user,dashboard", 200)
                    .expecting("/expires_in", "3599"),
            plain("BuildIntelligence.Domo.Sdk", "POST", "/oauth/token?grant_type=client_credentials&scope=data", 200)
                    .expecting("/scope", "data"),
            plain(JAVA, "POST", "/oauth/token", 200)
                    .form("grant_type=client_credentials&scope=user data")
                    .expecting("/scope", "user data"),
            plain(PYTHON, "POST", "/oauth/token", 200)
                    .form("grant_type=client_credentials&scope=")
                    .expecting("/token_type", "bearer"));

    private static final List<Spelling> DATA_SETS = List.of(
            plain("domo-php 0.3", "GET", "/v1/datasets?", 200).expecting("/0/schema", ""),
            plain(PYTHON, "GET", "/v1/datasets?limit=50&offset=0&nameLike=", 200)
                    .expecting("/1/schema", ""),
            plain(PHP, "GET", "/v1/datasets?sort=name&fields=all&offset=0&limit=10", 200)
                    .expecting("/0/name", "Buoys"),
            plain(PHP, "GET", "/v1/datasets/{dataSet}?fields=all", 200).expecting("/schema/columns/0/name", "meter"),
            json(JAVA, "PUT", "/v1/datasets/{dataSet}", """
                    {"id":"x","name":"Renamed","rows":7,"columns":0,"owner":{"id":730114,"name":"Ada"},\
                    "createdAt":"2025-03-04T05:06:07Z","updatedAt":"2025-03-04T05:06:07Z","pdpEnabled":false}""", 200)
                    .expecting("/id", "{dataSet}")
                    .expecting("/name", "Renamed")
                    .expecting("/rows", "2"),
            json(PYTHON, "POST", "/v1/datasets/query/execute/{dataSet}", "{\"sql\": {\"select\": 1}}", 400),
            plain(PYTHON, "GET", "/v1/datasets/{dataSet}/data?includeHeader=True", 200)
                    .with("Accept", "text/csv"),
            plain("domo-php 0.3", "GET", "/v1/datasets/{dataSet}/data?includeHeader=1&fileName=export.csv", 200)
                    .with("Accept", "text/csv"),
            plain(NODE, "GET", "/v1/datasets/{dataSet}/data?includeHeader=false&fileName=foo.csv", 200)
                    .with("Accept", "text/csv"),
            plain(JAVA, "GET", "/v1/datasets/{dataSet}/data?includeHeader=true&disableFormulaInterpretation=true", 200)
                    .with("Accept", "text/csv"),
            json(PHP, "POST", "/v1/datasets/{dataSet}/policies", """
                    {"name":"One","type":"open","filters":[{"column":"meter","operator":"EQUALS","values":["1001"]}]}""", 201).expecting("/filters/0/not", "false"),
            json("domo-php 0.3", "POST", "/v1/datasets/{dataSet}/policies", """
                    {"name":"Two","filters":[{"column":"meter","operator":"EQUALS","values":["1001"]}],\
                    "users":[],"groups":[]}""", 201)
                    .expecting("/type", "user"),
            plain(JAVA, "GET", "/v1/datasets/{dataSet}/policies?limit=50&offset=0", 200)
                    .expecting("/0/name", "All Rows"),
            json(DOCS, "POST", "/v1/json?name=Ferries&description=of%20the%20coast", "", 201)
                    .expecting("/name", "Ferries"),
            json(DOCS, "PUT", "/v1/json/{simpleDataSet}/data?updateMethod=replace", "[{\"a\":1}]", 204));

    private static final List<Spelling> STREAMS = List.of(
            plain(PYTHON, "GET", "/v1/streams/?fields=all&limit=50&offset=0", 200)
                    .expecting("/0/dataSet/name", "Meters"),
            plain(PHP, "GET", "/v1/streams?sort=name&offset=0&limit=10", 200).expecting("/0/updateMethod", "APPEND"),
            plain(PYTHON, "GET", "/v1/streams/search?q=dataSource.id:{dataSet}&fields=all", 200)
                    .expecting("/0/id", "{stream}"),
            plain(JAVA, "GET", "/v1/streams/search?q=dataSource.name:Meters&fields=all", 200)
                    .expecting("/0/dataSet/name", "Meters"),
            json(PYTHON, "POST", "/v1/streams/", """
                    {"dataSet":{"name":"Keyed","description":"","schema":{"columns":[{"type":"STRING","name":"key"}]}},\
                    "updateMethod":"UPSERT","keyColumnNames":["key"]}""", 201).expecting("/updateMethod", "UPSERT"),
            json(DOCS, "POST", "/v1/streams", """
                    {"dataSet":{"name":"Keyed","rows":0,"schema":{"columns":[{"type":"STRING","name":"key"}]}},\
                    "updateMethod":"APPEND","keyColumnNames":["key"]}""", 201).expecting("/updateMethod", "APPEND"),
            json(PHP, "PUT", "/v1/streams/{stream}", "{\"updateMethod\":\"REPLACE\"}", 200)
                    .expecting("/updateMethod", "REPLACE"),
            json(JAVA, "POST", "/v1/streams/{stream}/executions", "null", 200).expecting("/currentState", "ACTIVE"),
            json(PYTHON, "POST", "/v1/streams/{stream}/executions", "{\"updateMethod\": null}", 200)
                    .expecting("/currentState", "ACTIVE"),
            json(RUST, "POST", "/v1/streams/{stream}/executions", "{}", 200).expecting("/currentState", "ACTIVE"),
            plain(R, "POST", "/v1/streams/{stream}/executions", 200).expecting("/currentState", "ACTIVE"),
            json(JAVA, "PUT", "/v1/streams/{stream}/executions/{execution}/commit", "\"\"", 200)
                    .expecting("/currentState", "ACTIVE"),
            json(PYTHON, "PUT", "/v1/streams/{stream}/executions/{execution}/commit", "{}", 200)
                    .expecting("/id", "{execution}"),
            plain(R, "PUT", "/v1/streams/{stream}/executions/{execution}/commit", 200)
                    .expecting("/id", "{execution}"),
            json(JAVA, "PUT", "/v1/streams/{stream}/executions/{execution}/abort", "\"\"", 200)
                    .expecting("/currentState", "ABORTED"),
            json(PYTHON, "PUT", "/v1/streams/{stream}/executions/{execution}/abort", "{}", 200)
                    .expecting("/currentState", "ABORTED"),
            json(PYTHON, "PUT", "/v1/streams/{stream}/executions/abort", "{}", 204));

    private static final List<Spelling> PEOPLE = List.of(
            json(PYTHON, "POST", "/v1/users/?sendInvite=True", """
                    {"name":"Al","email":"{email}","role":"Participant"}""", 201).expecting("/role", "Participant"),
            plain(PYTHON, "GET", "/v1/users/?limit=500&offset=0", 200).expecting("/0/deleted", ""),
            plain(PHP, "GET", "/v1/users/{member}?fields=all", 200).expecting("/role", "Participant"),
            json(PHP, "POST", "/v1/users", """
                    {"name":"Bo","email":"{email}","role":"Participant","employeeNumber":"007","mobile":"0131"}""", 201).expecting("/employeeNumber", "007"),
            json("domo-php 0.3", "POST", "/v1/users?", """
                    {"name":"Cy","email":"{email}","role":"Participant","sendInvite":true}""", 201).expecting("/sendInvite", ""),
            json(PHP, "PUT", "/v1/users/{member}", "{\"title\":\"No e-mail address\"}", 400),
            json(RUST, "POST", "/v1/users/bulk/emails", "[\"unknown@northwind.example\"]", 200)
                    .expecting("/0", ""),
            json(R, "POST", "/v1/groups/", "{\"name\":\"Idle\",\"active\":\"false\"}", 201)
                    .expecting("/active", "false"),
            json(PHP, "PUT", "/v1/groups/{group}", "{\"name\":\"New\",\"active\":true,\"default\":false}", 200),
            json(JAVA, "PUT", "/v1/groups/{group}", "{\"name\":\"New\",\"active\":true,\"memberCount\":9}", 200),
            json(JAVA, "PUT", "/v1/groups/{group}/users/{stranger}", "\"\"", 204),
            json(PYTHON, "PUT", "/v1/groups/{group}/users/{stranger}", "{}", 204),
            plain(JAVA, "GET", "/v1/groups/{group}/users", 200).expecting("/0", "{member}"),
            plain(PHP, "GET", "/v1/audit?limit=50&offset=0", 200).expecting("/0/actorId", "0"),
            plain(PHP, "GET", "/v1/audit?limit=50&offset=0&start=0", 200).expecting("/0/userType", "USER"));

    private static final List<Spelling> REST = List.of(
            plain(R, "GET", "/v1/pages/?limit=50&offset=0", 200).expecting("/0/owners", ""),
            json(DOCS, "POST", "/v1/pages", "{\"name\":\"Kept\",\"locked\":\"TRUE\"}", 201)
                    .expecting("/locked", "true"),
            json(PYTHON, "PUT", "/v1/pages/{page}", "{\"parentId\":0,\"ownerId\":730114,\"name\":\"Top\"}", 204),
            plain(PHP, "GET", "/v1/pages/{page}/collections?offset=0&limit=10", 200)
                    .expecting("/0/title", "Week"),
            plain(JAVA, "GET", "/v1/accounts?sort=name&limit=50&offset=0", 200)
                    .expecting("/0/type/id", "{accountType}"),
            plain(R, "GET", "/v1/account-types/?limit=50&offset=0", 200).expecting("/0/id", "{accountType}"),
            json(PYTHON, "POST", "/v1/accounts", """
                    {"name":"Mine","valid":true,"type":{"id":"{accountType}","properties":{}}}""", 200).expecting("/name", "Mine"),
            json(PYTHON, "PATCH", "/v1/accounts/{account}", "{\"name\":\"Yours\"}", 202)
                    .expecting("/name", "Yours"),
            json(RUST, "POST", "/v1/accounts/{account}/shares", "{\"user\":{\"id\":{member}}}", 200),
            plain(RUST, "GET", "/v1/projects/", 200).expecting("/0/name", "Personal"),
            plain(JAVA, "GET", "/v1/projects/me", 200),
            json(DOCS, "POST", "/v1/projects", "{\"name\":\"Open\",\"members\":[],\"public\":\"TRUE\"}", 200)
                    .expecting("/public", "true"),
            json(DOCS, "PUT", "/v1/projects/{project}/lists/{list}/tasks", "{\"taskName\":\"Put\"}", 200)
                    .expecting("/taskName", "Put"),
            plain(JAVA, "GET", "/v1/projects/{project}/lists?limit=50&offset=0", 200)
                    .expecting("/0/index", "1"),
            plain(DOCS, "DELETE", "/v1/project/{project}/tasks/{task}/attachments/{attachment}", 200),
            plain(JAVA, "DELETE", "/v1/projects/{project}/tasks/{task}/attachments/{attachment}", 200),
            plain(RUST, "DELETE", "/v1/projects/{project}/lists/{list}/tasks/{task}/attachments/{attachment}", 200),
            plain(RUST, "DELETE", "/v1/projects/{project}/lists/{list}/tasks/{task}", 200));

    static final List<Spelling> ALL =
            Stream.of(DATA_SETS, STREAMS, PEOPLE, REST).flatMap(List::stream).toList();

    private Spellings() {}
}
