package io.github.domojvm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.github.domojvm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.domojvm";
    private static final String[] GENERATED_CLIENT = {ROOT + ".rest", ROOT + ".rest.."};
    private static final String SANDBOX = ROOT + ".sandbox..";

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("(io.github.domojvm..)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule generatedClientKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAnyPackage(GENERATED_CLIENT)
            .should()
            .dependOnClassesThat(ours("outside the generated client", name -> !name.startsWith(ROOT + ".rest")));

    @ArchTest
    static final ArchRule sandboxKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(SANDBOX)
            .should()
            .dependOnClassesThat(ours("outside the sandbox", name -> !name.startsWith(ROOT + ".sandbox")));

    @ArchTest
    static final ArchRule nobodyInTheLibraryKnowsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SANDBOX);

    @ArchTest
    static final ArchRule errorsKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(ROOT + ".error")
            .should()
            .dependOnClassesThat(ours("outside the errors", name -> !name.startsWith(ROOT + ".error")));

    @ArchTest
    static final ArchRule partsKnowNothingOfOursAndNoHttp = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.parts")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("of ours or of an HTTP library") {
                @Override
                public boolean test(JavaClass type) {
                    String name = type.getPackageName();
                    boolean ours = name.startsWith(ROOT) && !name.equals(ROOT + ".internal.parts");
                    return ours || isForeign(type);
                }
            });

    @ArchTest
    static final ArchRule publicSignaturesSpeakNoForeignTypes = classes()
            .that()
            .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".sandbox..", ROOT + ".internal..")
            .and()
            .arePublic()
            .and()
            .doNotHaveFullyQualifiedName(DomoClientBuilder.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(RestAccess.class.getName())
            .should(
                    new ArchCondition<JavaClass>(
                            "have no OkHttp, Okio, Retrofit, Moshi or Kotlin type in public signatures") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            type.getCodeUnits().stream()
                                    .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                                    .forEach(unit -> foreignTypes(unit)
                                            .forEach(foreign -> events.add(SimpleConditionEvent.violated(
                                                    unit, unit.getFullName() + " shows " + foreign.getName()))));
                        }
                    });

    @ArchTest
    static final ArchRule publicSignaturesShowNoInternalTypes = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackages(ROOT + ".internal..", ROOT + ".sandbox.internal..")
            .and()
            .arePublic()
            .should(new ArchCondition<JavaClass>("have no internal type in public signatures, fields and supertypes") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    Stream.of(
                                    type.getCodeUnits().stream()
                                            .filter(ArchitectureTest::isVisible)
                                            .flatMap(unit -> unit.getAllInvolvedRawTypes().stream()),
                                    type.getFields().stream()
                                            .filter(ArchitectureTest::isVisible)
                                            .flatMap(field -> field.getAllInvolvedRawTypes().stream()),
                                    type.getInterfaces().stream().flatMap(i -> i.getAllInvolvedRawTypes().stream()),
                                    type.getRawSuperclass().stream())
                            .flatMap(shown -> shown)
                            .filter(shown -> shown.getPackageName().contains(".internal"))
                            .filter(shown -> shown.getPackageName().startsWith(ROOT))
                            .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                    type, type.getFullName() + " shows " + shown.getName())));
                }
            });

    @ArchTest
    static void noPackageStandsInTwoJars(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.getSource().isPresent())
                        .collect(Collectors.groupingBy(
                                JavaClass::getPackageName,
                                Collectors.mapping(ArchitectureTest::origin, Collectors.toSet()))))
                .hasSizeGreaterThan(10)
                .allSatisfy((name, origins) -> assertThat(origins).as(name).hasSize(1));
    }

    @ArchTest
    static void noHandWrittenClassTakesTheNameOfAGeneratedModel(JavaClasses all) {
        Set<String> models = new ClassFileImporter()
                .importPackages(ROOT + ".rest.model").stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());

        assertThat(models).contains("DataSet", "Execution").hasSizeGreaterThan(15);
        assertThat(all.stream()
                        .filter(type -> !type.getPackageName().startsWith(ROOT + ".rest")
                                && !type.getPackageName().startsWith(ROOT + ".sandbox"))
                        .map(JavaClass::getSimpleName))
                .hasSizeGreaterThan(40)
                .doesNotContainAnyElementsOf(models);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> foreignTypes(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .filter(ArchitectureTest::isForeign);
    }

    private static boolean isForeign(JavaClass type) {
        return Stream.of("okhttp3", "okio", "retrofit2", "com.squareup", "kotlin")
                .anyMatch(type.getPackageName()::startsWith);
    }

    private static DescribedPredicate<JavaClass> ours(String what, java.util.function.Predicate<String> names) {
        return new DescribedPredicate<>("of ours " + what) {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith(ROOT) && names.test(type.getPackageName());
            }
        };
    }

    private static String origin(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        return uri.replaceFirst("io/github/domojvm.*", "");
    }
}
