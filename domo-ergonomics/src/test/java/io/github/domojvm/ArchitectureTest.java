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
    static final ArchRule generatedClientDependsOnNoOtherPackage = noClasses()
            .that()
            .resideInAnyPackage(GENERATED_CLIENT)
            .should()
            .dependOnClassesThat(
                    domoJvmClasses("outside the generated client", name -> !name.startsWith(ROOT + ".rest")));

    @ArchTest
    static final ArchRule sandboxDependsOnNoOtherPackage = noClasses()
            .that()
            .resideInAPackage(SANDBOX)
            .should()
            .dependOnClassesThat(domoJvmClasses("outside the sandbox", name -> !name.startsWith(ROOT + ".sandbox")));

    @ArchTest
    static final ArchRule libraryDoesNotDependOnTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SANDBOX);

    @ArchTest
    static final ArchRule errorsDependOnNoOtherPackage = noClasses()
            .that()
            .resideInAPackage(ROOT + ".error")
            .should()
            .dependOnClassesThat(domoJvmClasses("outside the errors", name -> !name.startsWith(ROOT + ".error")));

    @ArchTest
    static final ArchRule partsDependOnNoOtherPackageAndNoHttpLibrary = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.parts")
            .should()
            .dependOnClassesThat(new DescribedPredicate<JavaClass>("of another package or of an HTTP library") {
                @Override
                public boolean test(JavaClass type) {
                    String name = type.getPackageName();
                    boolean own = name.startsWith(ROOT) && !name.equals(ROOT + ".internal.parts");
                    return own || isThirdParty(type);
                }
            });

    @ArchTest
    static final ArchRule publicSignaturesContainNoThirdPartyTypes = classes()
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
                                    .forEach(unit -> thirdPartyTypes(unit)
                                            .forEach(thirdParty -> events.add(SimpleConditionEvent.violated(
                                                    unit, unit.getFullName() + " exposes " + thirdParty.getName()))));
                        }
                    });

    @ArchTest
    static final ArchRule publicSignaturesContainNoInternalTypes = classes()
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
                            .flatMap(exposed -> exposed)
                            .filter(exposed -> exposed.getPackageName().contains(".internal"))
                            .filter(exposed -> exposed.getPackageName().startsWith(ROOT))
                            .forEach(exposed -> events.add(SimpleConditionEvent.violated(
                                    type, type.getFullName() + " exposes " + exposed.getName())));
                }
            });

    @ArchTest
    static void noPackageIsSplitAcrossTwoJars(JavaClasses all) {
        assertThat(all.stream()
                        .filter(type -> type.getSource().isPresent())
                        .collect(Collectors.groupingBy(
                                JavaClass::getPackageName,
                                Collectors.mapping(ArchitectureTest::origin, Collectors.toSet()))))
                .hasSizeGreaterThan(10)
                .allSatisfy((name, origins) -> assertThat(origins).as(name).hasSize(1));
    }

    @ArchTest
    static void noHandWrittenClassHasTheNameOfAGeneratedModel(JavaClasses all) {
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

    private static Stream<JavaClass> thirdPartyTypes(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                .filter(ArchitectureTest::isThirdParty);
    }

    private static boolean isThirdParty(JavaClass type) {
        return Stream.of("okhttp3", "okio", "retrofit2", "com.squareup", "kotlin")
                .anyMatch(type.getPackageName()::startsWith);
    }

    private static DescribedPredicate<JavaClass> domoJvmClasses(
            String what, java.util.function.Predicate<String> names) {
        return new DescribedPredicate<>("of domo-jvm " + what) {
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
