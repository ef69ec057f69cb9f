package org.itocheck.network.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images as JPEG and PNG files: a folder {@code train} and a folder {@code test}, in each a folder for every class, in it the images. The
 * class is the place of its folder's name in alphabetical order, from 0, and the images come in alphabetical order. All have one size; grey
 * ones get three equal channels. Names that begin with a dot are passed over.
 * <pre>{@code
 * TrainTest flowers = ImageFolders.read(Path.of("flowers"), "flowers");
 * }</pre>
 */
public final class ImageFolders {
    private ImageFolders() {}

    /**
     * Reads both parts.
     *
     * @param folder where {@code train} and {@code test} are
     * @param name for reports
     * @return images of shape 3 x height x width
     * @throws DataException if a folder or file is missing or not what it should be
     */
    public static TrainTest read(Path folder, String name) {
        Path train = folder.resolve("train");
        Path test = folder.resolve("test");
        List<String> classes = classes(train);
        List<String> testClasses = classes(test);
        if (!classes.equals(testClasses)) {
            throw new DataException(DataException.absolute(test) + ": expected the classes of train, " + classes
                    + ", found " + testClasses + "; give both the same folders");
        }
        Part seen = new Part(classes.size());
        seen.add(train, classes);
        Part unseen = new Part(classes.size());
        unseen.first = seen.first;
        unseen.add(test, classes);
        return new TrainTest(seen.images(name + "/train"), unseen.images(name + "/test"));
    }

    private static List<String> classes(Path part) {
        List<String> names = entries(part).stream()
                .filter(Files::isDirectory)
                .map(ImageFolders::nameOf)
                .toList();
        if (names.size() < 2) {
            throw new DataException(
                    DataException.absolute(part) + ": expected two classes or more, a folder each, found " + names
                            + "; put the images of each class into a folder of its own");
        }
        return names;
    }

    /** What is in a folder, in alphabetical order. */
    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    DataException.absolute(folder) + " is no folder; put the images there, see docs/data.md");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !nameOf(path).startsWith("."))
                    .sorted((a, b) -> nameOf(a).compareTo(nameOf(b)))
                    .toList();
        } catch (IOException e) {
            throw new DataException(DataException.absolute(folder) + " cannot be listed (" + e + ")", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The images of train or test. */
    private static final class Part {
        private final int classes;
        private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        private final List<Integer> labels = new ArrayList<>();
        /** The file whose size all others must have, and its shape. */
        private @Nullable Sized first;

        private record Sized(Path file, ImageShape shape) {}

        Part(int classes) {
            this.classes = classes;
        }

        void add(Path part, List<String> names) {
            for (int label = 0; label < names.size(); label++) {
                List<Path> files = entries(part.resolve(names.get(label)));
                if (files.isEmpty()) {
                    throw new DataException(DataException.absolute(part.resolve(names.get(label)))
                            + " is empty; put the images of the class there, or remove it");
                }
                for (Path file : files) {
                    add(file);
                    labels.add(label);
                }
            }
        }

        private void add(Path file) {
            String name = nameOf(file).toLowerCase(Locale.ROOT);
            if (!name.endsWith(".jpg") && !name.endsWith(".jpeg") && !name.endsWith(".png")) {
                throw new DataException(DataException.absolute(file)
                        + ": expected a name that ends in .jpg, .jpeg or .png; move it elsewhere or convert it");
            }
            Picture picture = Picture.read(file);
            if (first == null) {
                first = new Sized(file, picture.shape());
            }
            if (!picture.shape().equals(first.shape())) {
                throw new DataException(DataException.absolute(file) + ": expected an image of " + first.shape()
                        + ", as " + DataException.absolute(first.file()) + ", found " + picture.shape()
                        + "; bring all to one size");
            }
            pixels.writeBytes(picture.values());
        }

        ImageSet images(String name) {
            if (first == null) {
                throw new IllegalStateException("no class has an image");
            }
            int[] classOf = labels.stream().mapToInt(Integer::intValue).toArray();
            return ImageSet.owning(name, first.shape(), classes, pixels.toByteArray(), classOf);
        }
    }
}
