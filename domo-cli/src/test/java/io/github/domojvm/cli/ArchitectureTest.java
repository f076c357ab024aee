package io.github.domojvm.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.domojvm.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.domojvm.cli";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("(" + ROOT + "..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
            .layer("main")
            .definedBy(ROOT)
            .layer("command")
            .definedBy(ROOT + ".command..")
            .layer("doctor")
            .definedBy(ROOT + ".doctor..")
            .layer("journal")
            .definedBy(ROOT + ".journal..")
            .layer("service")
            .definedBy(ROOT + ".service..")
            .layer("terminal")
            .definedBy(ROOT + ".terminal..")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("main")
            .whereLayer("doctor")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("journal")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("command", "doctor", "journal");

    /**
     * The modules do not export internal packages, but on the class path only this rule enforces that. Contract tests,
     * benchmarks, simulations and the Spark module measure or extend internals and may use them.
     */
    @ArchTest
    static final ArchRule internalPackagesOfTheLibraryAreNotUsed = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.domojvm.internal..", "io.github.domojvm.sandbox.internal..");
}
