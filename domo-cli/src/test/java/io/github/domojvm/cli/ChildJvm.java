package io.github.domojvm.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command in a separate process, without the {@code DOMO_} variables of this one. */
public final class ChildJvm implements AutoCloseable {
    /** Options for a JVM that runs for a second or two. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader out;

    private ChildJvm(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> options = new ArrayList<>(QUICK_START);
        // Includes the coverage agent.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent"))
                .forEach(options::add);
        return start(options, environment, arguments);
    }

    /** Starts the command without the coverage agent: a killed process reports nothing. */
    public static ChildJvm startToKill(Map<String, String> environment, String... arguments) throws IOException {
        return start(QUICK_START, environment, arguments);
    }

    private static ChildJvm start(List<String> options, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-cp");
        line.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        line.add(Main.class.getName());
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("DOMO_"));
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** Reads up to the line that starts with {@code beginning}, and returns the rest of that line. */
    public String after(String beginning) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Transcript.add(line + "\n");
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
            seen.add(line);
        }
        throw new AssertionError("no line '" + beginning + "' in " + seen + "; errors: " + errors());
    }

    public OutputStream in() {
        return process.getOutputStream();
    }

    /** Terminates the process normally, which runs its shutdown hooks as Ctrl-C does. */
    public void terminate() {
        // Unlike Process.destroy, this leaves the streams open.
        if (!process.toHandle().destroy()) {
            throw new AssertionError("The process cannot be terminated");
        }
    }

    /** Kills the process as {@code kill -9} does, and returns when it has ended. */
    public void kill() {
        // Unlike Process.destroyForcibly, this leaves the streams open.
        if (!process.toHandle().destroyForcibly()) {
            throw new AssertionError("The process cannot be killed");
        }
        process.toHandle().onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public String output() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
        }
        Transcript.add(text.toString());
        return text.toString();
    }

    public String errors() throws IOException {
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String text = String.join("\n", err.lines().toList());
            Transcript.add(text + "\n");
            return text;
        }
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
