package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of domo-php 0.2 has a test with its name and an entry in the migration guide. */
class ManualCoverageTest {
    private static String guide;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("..", "docs", "coming-from-domo-php.md"));
    }

    static Stream<Call> calls() {
        return Stream.of(
                        service("Admin", AdminTest.class, "getActivityLog"),
                        service(
                                "DataSet",
                                DataSetTest.class,
                                "createDataSet getDataSet getList updateDataSet deleteDataSet importDataSet exportDataSet"),
                        service(
                                "DataSet",
                                DataSetPdpTest.class,
                                "getPDPList getDataSetPDP createDataSetPDP updateDataSetPDP deleteDataSetPDP"),
                        service(
                                "Group",
                                GroupTest.class,
                                "getList getGroup createGroup renameGroup activateGroup deactivateGroup deleteGroup addUser"
                                        + " listUsers removeUser"),
                        service(
                                "Page",
                                PageTest.class,
                                "getList getPage createPage updatePage addCard deletePage getPageCollections"
                                        + " createPageCollection updatePageCollection deletePageCollection"),
                        service("User", UserTest.class, "getList getUser createUser updateUser deleteUser"),
                        service(
                                "Stream",
                                StreamTest.class,
                                "getList getStream createStream updateStream deleteStream listStreamExecutions"
                                        + " getStreamExecution createStreamExecution uploadData commitStreamExecution"
                                        + " abortStreamExecution"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallHasATestAndAnEntryInTheGuide(Call call) {
        assertThat(call.test().getDeclaredMethods())
                .filteredOn(method -> method.isAnnotationPresent(Test.class))
                .extracting(method -> method.getName())
                .contains(call.name());
        assertThat(guide).contains(call + "(");
    }

    @Test
    void everyListHasATestWithLimitAndOffset() {
        assertThat(calls().filter(call -> call.name().equals("getList")))
                .hasSize(5)
                .allSatisfy(call -> assertThat(call.test()
                                .getDeclaredMethod("getListWithLimitAndOffset")
                                .isAnnotationPresent(Test.class))
                        .isTrue());
    }

    private static List<Call> service(String name, Class<?> test, String calls) {
        return Arrays.stream(calls.split(" "))
                .map(call -> new Call(name, call, test))
                .toList();
    }

    record Call(String service, String name, Class<?> test) {
        @Override
        public String toString() {
            return service + "->" + name;
        }
    }
}
