package io.github.domojvm.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBundleTest {
    private static final Path DESCRIPTION = Path.of("..", "spec", "domo.openapi.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String SHIPS = """
            Ships:
              get:
                parameters:
                  - name: sort
                    in: query
                    schema: {$ref: 'schemas.yaml#/components/schemas/ShipSort'}
                  - name: crew
                    in: query
                    schema: {$ref: 'schemas.yaml#/components/schemas/CrewSort'}
                responses:
                  '200':
                    description: '0x10 ships, as of 2026-01-02'
                    content:
                      application/json:
                        schema: {$ref: 'schemas.yaml#/components/schemas/Ship'}
                        example: {since: '2026-01-02', berth: '12', state: AFLOAT, enum: [AFLOAT]}
            """;
    private static final String SCHEMAS = """
            components:
              schemas:
                Ship:
                  type: object
                  properties:
                    state: {$ref: '#/components/schemas/ShipState'}
                    tender: {$ref: '#/components/schemas/Ship'}
                ShipState: {type: string, description: The state., enum: [AFLOAT, SUNK], x-enum-varnames: [A, B]}
                ShipSort: {type: string, enum: [length, draft]}
                CrewSort: {type: string, enum: [RANK]}
            """;

    @TempDir
    Path folder;

    @Test
    void theDescriptionBecomesOneFileWithoutReferencesToOthers() throws IOException {
        JsonNode bundle = write(DESCRIPTION);

        assertThat(bundle.findValuesAsText("$ref"))
                .hasSizeGreaterThan(500)
                .allSatisfy(reference -> assertThat(reference).startsWith("#/components/"))
                .allSatisfy(reference -> assertThat(
                                bundle.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(bundle.at("/paths/~1v1~1datasets/get/operationId").asText()).isEqualTo("listDataSets");
        assertThat(bundle.at("/components/securitySchemes/domo/type").asText()).isEqualTo("oauth2");
    }

    @Test
    void enumsOfResponsesAreOpenAndThoseOfRequestsAreClosed() throws IOException {
        JsonNode schemas = write(DESCRIPTION).at("/components/schemas");

        assertThat(List.of("ColumnType", "ExecutionState", "FilterOperator", "PolicyType", "UpdateMethod"))
                .allSatisfy(name -> assertThat(schemas.path(name).has("enum")).isFalse())
                .allSatisfy(name ->
                        assertThat(schemas.path(name).path(OpenEnums.LIST)).isNotEmpty());
        assertThat(List.of("DataSetSort", "EmbedOperator", "EmbedPermission", "GrantType", "ImportMethod"))
                .allSatisfy(name -> assertThat(schemas.path(name).path("enum")).isNotEmpty());
    }

    @Test
    void anOpenEnumIsAStringThatListsItsConstants() throws IOException {
        JsonNode bundle = write(ships(SHIPS, SCHEMAS));

        assertThat(bundle.at("/components/schemas/ShipState"))
                .isEqualTo(YAML.readTree("{type: string, description: The state. " + OpenEnums.NOTE
                        + ", x-extensible-enum: [AFLOAT, SUNK]}"));
        assertThat(bundle.at("/components/schemas/ShipSort/enum")).hasSize(2);
    }

    @Test
    void textThatLooksLikeANumberOrADateIsQuoted() throws IOException {
        WriteBundle.main(new String[] {ships(SHIPS, SCHEMAS).toString(), target().toString()});

        assertThat(target())
                .content()
                .contains("\"200\":", "since: \"2026-01-02\"", "berth: \"12\"", "description: \"0x10 ships");
    }

    @Test
    void examplesAreUnchanged() throws IOException {
        JsonNode example =
                write(ships(SHIPS, SCHEMAS)).at("/paths/~1ships/get/responses/200/content/application~1json/example");

        assertThat(example)
                .isEqualTo(YAML.readTree("{since: '2026-01-02', berth: '12', state: AFLOAT, enum: [AFLOAT]}"));
    }

    @Test
    void rejectsAConstantThatIsAMemberOfEveryEnumInKotlin() {
        rejects(
                SCHEMAS.replace("length, draft", "name, draft"),
                "The enum ShipSort cannot be generated in every language: its constant name is a member of every"
                        + " enum in Kotlin or Java. Add x-enum-varnames to the schema, with one unique name for each"
                        + " constant.");
    }

    @Test
    void rejectsConstantsOfTwoEnumsThatHaveTheSameNameInGo() {
        rejects(
                SCHEMAS.replace("length, draft", "byRank, draft").replace("[RANK]", "[BY_RANK]"),
                "its constant byRank and a constant of CrewSort have the same name in Go");
    }

    @Test
    void rejectsConstantsOfOneEnumThatHaveTheSameNameInGo() {
        rejects(
                SCHEMAS.replace("length, draft", "byLength, BY_LENGTH"),
                "its constant BY_LENGTH and a constant of ShipSort have the same name in Go");
    }

    @Test
    void rejectsAConstantThatIsNoIdentifier() {
        rejects(SCHEMAS.replace("length, draft", "length, 2nd"), "its constant 2nd is not an identifier");
    }

    @Test
    void rejectsNamesThatDoNotMatchTheConstants() {
        rejects(
                SCHEMAS.replace("[length, draft]", "[length, draft], x-enum-varnames: [LENGTH]"),
                "it has 2 constants but x-enum-varnames has 1");
    }

    @Test
    void namesThatAreDeclaredResolveACollision() throws IOException {
        String schemas = SCHEMAS.replace("[length, draft]", "[name, AFLOAT], x-enum-varnames: [NAME, AFLOAT]");

        assertThat(write(ships(SHIPS, schemas)).at("/components/schemas/ShipSort/x-enum-varnames"))
                .hasSize(2);
    }

    @Test
    void rejectsTwoComponentsOfOneName() throws IOException {
        Path root = ships(
                SHIPS.replaceFirst(
                        "schemas\\.yaml#/components/schemas/ShipSort", "other.yaml#/components/schemas/Ship"),
                SCHEMAS);
        Files.writeString(folder.resolve("other.yaml"), SCHEMAS);

        assertThatIllegalStateException()
                .isThrownBy(() -> write(root))
                .withMessageContaining("other.yaml and ")
                .withMessageContaining("schemas.yaml both declare /components/schemas/Ship. Rename one of them.");
    }

    @Test
    void rejectsAReferenceWithoutATarget() throws IOException {
        Path root = ships(SHIPS, SCHEMAS.replace("ShipSort:", "Unused:"));

        assertThatIllegalStateException()
                .isThrownBy(() -> write(root))
                .withMessageContaining("ships.yaml refers to schemas.yaml#/components/schemas/ShipSort,")
                .withMessageContaining("which does not exist");
    }

    @Test
    void rejectsAReferenceToAMissingFile() throws IOException {
        Path root = ships(SHIPS.replace("schemas.yaml", "none.yaml"), SCHEMAS);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> write(root))
                .withMessageContaining("none.yaml cannot be read");
    }

    private void rejects(String schemas, String reason) {
        assertThatIllegalStateException()
                .isThrownBy(() -> write(ships(SHIPS, schemas)))
                .withMessageContaining(reason);
        assertThat(target()).doesNotExist();
    }

    private Path ships(String paths, String schemas) throws IOException {
        Files.writeString(folder.resolve("ships.yaml"), paths);
        Files.writeString(folder.resolve("schemas.yaml"), schemas);
        return Files.writeString(
                folder.resolve("root.yaml"), "openapi: 3.0.3\npaths:\n  /ships: {$ref: 'ships.yaml#/Ships'}\n");
    }

    private JsonNode write(Path root) throws IOException {
        WriteBundle.main(new String[] {root.toString(), target().toString()});
        return YAML.readTree(target().toFile());
    }

    private Path target() {
        return folder.resolve("written").resolve("bundle.yaml");
    }
}
