package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.internal.call.CallExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiChangesTest {
    private static final Path ROOT = Folders.spec().resolve("domo.openapi.yaml");
    private static final ApiFacts SPEC = HttpFacts.of(ROOT);
    private static final Changelog WITHOUT_BREAKS = Changelog.of("## Unreleased\n\n### New\n\n- `User.phone`\n");

    @Test
    void reportsARemovedMemberWithTheOperationsThatUseIt(@TempDir Path folder) throws IOException {
        ApiChanges changes = changed(folder, "schemas/users.yaml", "        phone:\n", "        telephone:\n");

        assertThat(changes.failures(WITHOUT_BREAKS))
                .isEqualTo("Breaking change not declared in CHANGELOG.md: `User.phone` (string), in the response of"
                        + " createUser, response of findUsersByEmail, response of getUser, response of listUsers"
                        + " and 1 more, was removed. Restore it, or add a line that contains `User.phone` under"
                        + " Unreleased, Breaking.\n");
        assertThat(changes.report("http-api"))
                .contains("- User.phone  string   BREAKING", "+ User.telephone  string\n", "NOT compatible");
    }

    @Test
    void reportsANewMemberAsCompatible(@TempDir Path folder) throws IOException {
        ApiChanges changes = changed(
                folder,
                "schemas/users.yaml",
                "        title:\n",
                "        nickname:\n          type: string\n        title:\n");

        assertThat(changes.isCompatible()).isTrue();
        assertThat(changes.report("http-api"))
                .contains("compatible", "+ User.nickname  string\n")
                .doesNotContain("NOT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "schemas/datasets.yaml|        - CONTAINS|        - CONTAINS\\n        - SOUNDS_LIKE|+ FilterOperator.SOUNDS_LIKE  constant|false",
                "schemas/datasets.yaml|        - CONTAINS\\n||- FilterOperator.CONTAINS  constant|true",
                "schemas/users.yaml|          description: The full name.|          format: uuid\\n          description: The full name.|~ User.name  string -> string uuid|true",
                "domo.openapi.yaml|  /v1/audit:\\n    $ref: apis/activitylog.yaml#/ActivityLog\\n||- listActivityLogEntries  GET /v1/audit, scope audit|true",
                "apis/activitylog.yaml|      - name: user\\n        in: query|      - name: user\\n        in: query\\n        required: true|+ listActivityLogEntries query user required  yes|true",
                "schemas/groups.yaml|      required:\\n        - name|      required:\\n        - name\\n        - active|+ CreateGroupRequest.active required  yes|true",
                "schemas/users.yaml|        - role\\n||- CreateUserRequest.role required  yes|false",
                "parameters.yaml|maximum: 500|maximum: 50|maximum  500 -> 50   BREAKING|true",
                "parameters.yaml|maximum: 500|maximum: 5000|maximum  500 -> 5000\\n|false",
                "apis/groups.yaml|x-domo-scope: user|x-domo-scope: data|scope user -> GET /v1/groups, scope data|true",
                "apis/users.yaml|'204':\\n        description: The user was deleted.|'200':\\n        description: The user was deleted.|- deleteUser response 204  empty|true"
            })
    void reportsWhetherAChangeOfTheDescriptionIsBreaking(
            String file, String before, String after, String expected, boolean breaking, @TempDir Path folder)
            throws IOException {
        String replacement = after == null ? "" : after;
        ApiChanges changes = changed(folder, file, before.replace("\\n", "\n"), replacement.replace("\\n", "\n"));

        assertThat(changes.report("http-api")).contains(expected.replace("\\n", "\n"));
        assertThat(changes.isCompatible()).isNotEqualTo(breaking);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void | '' | - io.github.domojvm.user.Users.send()  void   BREAKING | true",
                "'' | void | + io.github.domojvm.user.Users.send()  void | false",
                "'' | abstract void | + io.github.domojvm.user.Users.send()  abstract void   BREAKING | true",
                "void | boolean | ~ io.github.domojvm.user.Users.send()  void -> boolean   BREAKING | true",
                "void | final void | void -> final void   BREAKING | true",
                "protected final void | void | protected final void -> void | false",
                "abstract void | void | abstract void -> void | false",
                "void | void throws IOException | void -> void throws IOException   BREAKING | true",
                "final class of A | class of A, B<C, D> | final class of A -> class of A, B<C, D> | false",
                "class of A, B<C, D> | class of A | class of A, B<C, D> -> class of A   BREAKING | true"
            })
    void reportsWhetherAChangeOfTheJavaApiIsBreaking(String was, String is, String expected, boolean breaking) {
        ApiChanges changes = ApiChanges.between(method("Users.send()", was), method("Users.send()", is));

        assertThat(changes.report("java")).contains(expected + "\n");
        assertThat(changes.isCompatible()).isNotEqualTo(breaking);
    }

    @Test
    void aNewMethodOfAGeneratedInterfaceIsCompatible() {
        ApiFacts released = ApiFacts.none();
        released.add("io.github.domojvm.rest.api.UsersApi", "interface");
        ApiFacts current = ApiFacts.none();
        current.add("io.github.domojvm.rest.api.UsersApi", "interface");
        current.add("io.github.domojvm.rest.api.UsersApi.thankUser(Long)", "abstract Call<Void>");

        assertThat(ApiChanges.between(released, current).report("java"))
                .contains("java: 1 change, compatible", "+ io.github.domojvm.rest.api.UsersApi.thankUser(Long)");
    }

    @Test
    void requirementsOfANewOperationOrSchemaAreCompatible() {
        ApiFacts current = ApiFacts.none();
        current.add("findPort", "GET /v1/ports");
        current.add("findPort query name required", "yes");
        current.add("CreatePortRequest", "object");
        current.add("CreatePortRequest.name required", "yes");

        assertThat(ApiChanges.between(ApiFacts.none(), current).isCompatible()).isTrue();
    }

    @Test
    void acceptsABreakingChangeThatTheChangelogDeclares() {
        ApiChanges changes = ApiChanges.between(method("Users.find(String)", "User"), method("Users.find(String)", ""));

        assertThat(changes.undeclared(Changelog.of("## Unreleased\n### Breaking\n- `Users.find(String)` is gone\n")))
                .isEmpty();
        assertThat(changes.undeclared(Changelog.of("## Unreleased\n### New\n- `Users.find(String)` is gone\n")))
                .hasSize(1);
        assertThat(changes.undeclared(
                        Changelog.of("## Unreleased\n## 1.0.0\n### Breaking\n- `Users.find(String)` is gone\n")))
                .hasSize(1);
    }

    @Test
    void reportsARemovedClassWithoutItsMethods() {
        ApiChanges changes = ApiChanges.between(method("Users.find(String)", "User"), ApiFacts.none());

        assertThat(changes.failures(WITHOUT_BREAKS))
                .isEqualTo(
                        "Breaking change not declared in CHANGELOG.md: `Users` (class) was removed. Restore it, or add"
                                + " a line that contains `Users` under Unreleased, Breaking.\n");
    }

    @Test
    void javaFactsContainOnlyThePublicApi() {
        ApiFacts facts = JavaFacts.ofModuleOf(DataSets.class);

        assertThat(facts.all())
                .containsEntry("io.github.domojvm.dataset.DataSets.get(String)", "DataSet")
                .containsEntry("io.github.domojvm.dataset.DataSets.delete(String)", "boolean");
        assertThat(facts.knows(CallExecutor.class.getName())).isFalse();
        assertThat(facts.lines()).hasSizeGreaterThan(200).isSorted();
    }

    @Test
    void writtenFactsCanBeReadAgain(@TempDir Path folder) throws IOException {
        SPEC.write(folder.resolve("api.txt"));

        assertThat(ApiFacts.read(folder.resolve("api.txt"))).isEqualTo(SPEC);
        assertThat(SPEC.lines()).hasSizeGreaterThan(1000);
    }

    /** Returns the facts of a class, with one method unless the detail is empty. */
    private static ApiFacts method(String name, String detail) {
        ApiFacts facts = ApiFacts.none();
        facts.add("io.github.domojvm.user.Users", "class");
        if (!detail.isEmpty()) {
            facts.add("io.github.domojvm.user." + name, detail);
        }
        return facts;
    }

    private static ApiChanges changed(Path folder, String file, String before, String after) throws IOException {
        Path copy = folder.resolve("spec");
        try (Stream<Path> all = Files.walk(Folders.spec())) {
            for (Path source : all.toList()) {
                Files.copy(
                        source, copy.resolve(Folders.spec().relativize(source).toString()));
            }
        }
        String text = Files.readString(copy.resolve(file));
        assertThat(text).contains(before);
        Files.writeString(copy.resolve(file), replaceFirst(text, before, after));
        return ApiChanges.between(SPEC, HttpFacts.of(copy.resolve(ROOT.getFileName())));
    }

    private static String replaceFirst(String text, String before, String after) {
        int at = text.indexOf(before);
        return text.substring(0, at) + after + text.substring(at + before.length());
    }
}
