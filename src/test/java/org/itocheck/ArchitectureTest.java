package org.itocheck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** The rooms from the ground up: a room may use those before it. The list in docs/ARCHITECTURE.md is this one. */
    private static final List<String> ROOMS = List.of(
            "math",
            "random",
            "stats",
            "objective",
            "network",
            "dynamics",
            "observable",
            "truth",
            "ensemble",
            "claim",
            "verify",
            "report",
            "training",
            "benchmark",
            "assertion",
            "junit",
            "cli");

    private static final String VECTOR_API = "jdk.incubator.vector..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.itocheck");

    @Test
    void a_room_uses_only_rooms_below_it() {
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", "javax.."));
            allowed.addAll(
                    List.of("org.apache.commons..", "org.ojalgo..", "tools.jackson..", "com.fasterxml.jackson.."));
            allowed.addAll(List.of("org.junit..", "org.opentest4j..", "picocli..", "org.apiguardian.."));
            allowed.addAll(List.of("com.sun.management..", "us.hebi.matlab..", "org.bytedeco..", "com.networknt.."));
            allowed.addAll(List.of("org.deeplearning4j..", "org.nd4j.."));
            allowed.add(VECTOR_API);
            ROOMS.subList(0, i + 1).forEach(room -> allowed.add("org.itocheck." + room + ".."));
            classes()
                    .that()
                    .resideInAPackage("org.itocheck." + ROOMS.get(i) + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void the_vector_api_stays_in_classes_that_are_loaded_by_name() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Vector[^.]*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VECTOR_API)
                .orShould()
                .dependOnClassesThat(describe(
                        "are ours on the Vector API",
                        type -> type.getName().startsWith("org.itocheck.")
                                && type.getSimpleName().startsWith("Vector")))
                .check(CLASSES);
    }

    @Test
    void every_class_is_in_a_room() {
        classes()
                .should()
                .resideInAnyPackage(ROOMS.stream()
                        .map(room -> "org.itocheck." + room + "..")
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void randomness_comes_from_the_streams_alone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    @Test
    void each_library_stays_in_its_rooms() {
        only("org.junit..", "org.itocheck.junit..");
        only("picocli..", "org.itocheck.cli..");
        only("org.opentest4j..", "org.itocheck.assertion..", "org.itocheck.junit..");
        only("tools.jackson..", "org.itocheck.report..", "org.itocheck.training.experiment..");
        only("com.networknt..", "org.itocheck.training.experiment..");
        only("com.sun.management..", "org.itocheck.benchmark..");
        only("us.hebi.matlab..", "org.itocheck.network.data..");
        only("org.bytedeco..", "org.itocheck.network.torch..");
        only("org.deeplearning4j..", "org.itocheck.network.dl4j..");
        only("org.nd4j..", "org.itocheck.network.dl4j..");
    }

    private static void only(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
