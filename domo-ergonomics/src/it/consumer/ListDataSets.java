import io.github.domojvm.DomoClient;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.File;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A program of a user, run from source with the class path that Maven resolves for the pom of the user. */
final class ListDataSets {
    private ListDataSets() {}

    public static void main(String[] args) {
        System.out.println(Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(path -> new File(path).getName())
                .filter(name -> name.matches("(okhttp|okio|kotlin-stdlib)-.*"))
                .sorted()
                .collect(Collectors.joining(" ", "class path: ", "")));

        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
            domo.dataSets()
                    .create(
                            "Leonhard Euler Party",
                            SchemaBuilder.builder().stringColumn("Friend").build());
            for (DataSet dataSet : domo.dataSets().list()) {
                System.out.println("listed: " + dataSet.name());
            }
        }
    }
}
