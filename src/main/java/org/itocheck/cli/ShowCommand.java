package org.itocheck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itocheck.claim.Numbers;
import org.itocheck.dynamics.Names;
import org.itocheck.dynamics.Problem;
import org.itocheck.dynamics.Problems;
import org.itocheck.dynamics.optimizer.Svag;
import org.itocheck.dynamics.sde.ItoSde;
import org.itocheck.network.architecture.Architectures;
import org.itocheck.network.data.ImageSet;
import org.itocheck.network.torch.Torch;
import org.itocheck.observable.Observable;
import org.itocheck.observable.Observables;
import org.itocheck.truth.Truth;
import org.itocheck.truth.Truths;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows one problem: its formula, its parameters, what is known of it, the claims that apply, and its exact weak errors; or one network: layers,
 * parameters, scale invariance.
 */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one problem or one network.",
            "Of a problem: formula, what is known, the claims that apply, and the exact",
            "weak errors e(l) of SVAG where they are known.",
            "Of a network: layers, parameters, which of them are scale invariant.",
            "'show networks' measures scale invariance of every family, in a minute."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  itocheck show A1/exp1",
            "  itocheck show digits/least-squares",
            "  itocheck show preresnet-8-gn-si",
            "  itocheck show vgg-16x8-bn --images 3x32x32"
        })
final class ShowCommand extends ConsoleCommand {
    private static final int SHOWN = 12;
    private static final String ALL_NETWORKS = "networks";

    @Parameters(paramLabel = "NAME", description = "A problem or network; list and list networks name them.")
    String name = "";

    @Option(
            names = "--images",
            paramLabel = "IMAGES",
            description = {
                "Of a network: a data set, or a shape, such as 3x32x32,",
                "for random pixels. Default: digits; for VGG 3x32x32."
            })
    @Nullable String images;

    @Override
    public Integer call() {
        long began = System.nanoTime();
        PrintWriter out = out();
        if (name.equals(ALL_NETWORKS)) {
            refuseImages("which measures each network on images that fit it");
            Torch.missing().ifPresent(problem -> {
                throw new IllegalArgumentException("scale invariance cannot be measured: " + problem);
            });
            InvarianceTable.print(out, InvarianceTable.SIZES);
        } else if (namesNetwork()) {
            ImageSet shown = NetworkImages.of(images == null ? NetworkImages.usual(name) : images);
            new ShownNetwork(name, shown).print(out, Torch.missing());
        } else {
            print(out, Problems.named(name));
        }
        out.println();
        out.printf(Locale.ROOT, "computed in %.1f s%n", (System.nanoTime() - began) * 1e-9);
        out.flush();
        return Main.PASSED;
    }

    /** Also what only looks like the name of a network: then the message is about networks. */
    private boolean namesNetwork() {
        List<String> networks = Architectures.names();
        List<String> known =
                Stream.concat(Problems.names().stream(), networks.stream()).toList();
        return Architectures.families().contains(name.split("-", 2)[0])
                || networks.contains(Names.nearest(name, known));
    }

    private void refuseImages(String reason) {
        if (images != null) {
            throw new IllegalArgumentException(
                    "--images is '" + images + "' with " + name + ", " + reason + "; leave the option out");
        }
    }

    private void print(PrintWriter out, Problem problem) {
        refuseImages("which is a problem and has its own");
        List<Observable> observables = Observables.standard(problem.objective());
        Optional<Truth> svag = Truths.of(Svag.family(problem).at(2, problem.objective()), problem);
        Optional<Truth> sde = Truths.of(ItoSde.of(problem), problem);
        out.println(problem.name());
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("loss", problem.objective().formula()));
        facts.add(List.of("dimension", Integer.toString(problem.objective().dimension())));
        facts.add(List.of("start", start(problem.start())));
        facts.add(List.of("time", time(problem)));
        facts.add(List.of("SVAG", svag.map(t -> "exact means: " + t.source()).orElse("no exact means are known")));
        facts.add(List.of("SDE", sde.map(t -> "exact means: " + t.source()).orElse("no exact means are known")));
        facts.add(List.of("observables", names(observables)));
        Columns.print(out, facts, "ll");
        out.println();
        out.println("Claims (verify --problem " + problem.name() + " --claim KIND):");
        Columns.print(out, new Applicability(problem, observables, svag, sde).rows(), "ll");
        sde.ifPresent(truth -> WeakErrors.print(out, problem, observables, truth));
    }

    private static String time(Problem problem) {
        return "eta = " + Numbers.plain(problem.learningRate()) + ", K = " + problem.steps() + " SGD steps, T = "
                + Numbers.plain(problem.horizon())
                + (problem.weightDecay() == 0
                        ? ", no weight decay"
                        : ", weight decay lambda = " + Numbers.plain(problem.weightDecay()));
    }

    private static String start(double[] start) {
        if (start.length > SHOWN) {
            boolean zero = Arrays.stream(start).allMatch(x -> x == 0);
            return zero ? "0" : coordinates(start) + ", ...";
        }
        return coordinates(start);
    }

    private static String coordinates(double[] start) {
        return Arrays.stream(start).limit(SHOWN).mapToObj(Numbers::plain).collect(Collectors.joining(", "));
    }

    private static String names(List<Observable> observables) {
        List<String> names = observables.stream().map(Observable::name).toList();
        if (names.size() <= SHOWN) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, 3)) + ", ... "
                + String.join(", ", names.subList(names.size() - 2, names.size())) + " (" + names.size()
                + " in all: choose some with --observe)";
    }
}
