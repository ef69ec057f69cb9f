package org.itocheck.network.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    /** An image file and the class of its folder. */
    private record Labelled(Path file, int label) {}

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
        List<Labelled> seen = files(train, classes);
        List<Labelled> unseen = files(test, classes);
        Path model = seen.get(0).file();
        return new TrainTest(
                images(name + "/train", seen, classes.size(), model),
                images(name + "/test", unseen, classes.size(), model));
    }

    private static List<String> classes(Path part) {
        List<String> names = entries(part).stream()
                .filter(Files::isDirectory)
                .map(ImageFolders::nameOf)
                .toList();
        if (names.size() < 2) {
            throw new DataException(DataException.absolute(part)
                    + ": expected two classes or more, a folder each, found " + names
                    + "; put the images of each class into a folder of its own");
        }
        return names;
    }

    private static List<Labelled> files(Path part, List<String> classes) {
        List<Labelled> files = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path folder = part.resolve(classes.get(label));
            List<Path> entries = entries(folder);
            if (entries.isEmpty()) {
                throw new DataException(
                        DataException.absolute(folder) + " is empty; put the images of the class there, or remove it");
            }
            for (Path file : entries) {
                files.add(new Labelled(checkedName(file), label));
            }
        }
        return files;
    }

    private static Path checkedName(Path file) {
        String name = nameOf(file).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".jpg") && !name.endsWith(".jpeg") && !name.endsWith(".png")) {
            throw new DataException(DataException.absolute(file)
                    + ": expected a name that ends in .jpg, .jpeg or .png; move it elsewhere or convert it");
        }
        return file;
    }

    /** What is in a folder, in alphabetical order. */
    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(
                    DataException.absolute(folder) + " is no folder; put the images there, see docs/data.md");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !nameOf(path).startsWith("."))
                    .sorted(Comparator.comparing(ImageFolders::nameOf))
                    .toList();
        } catch (IOException e) {
            throw new DataException(
                    DataException.absolute(folder) + " cannot be listed (" + e + "); make it readable", e);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Reads all files, which must have the size of the model. */
    private static ImageSet images(String name, List<Labelled> files, int classes, Path model) {
        ImageShape shape = Picture.read(model).shape();
        byte[] pixels = new byte[Math.multiplyExact(files.size(), shape.size())];
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i).file();
            Picture picture = Picture.read(file);
            if (!picture.shape().equals(shape)) {
                throw new DataException(DataException.absolute(file) + ": expected an image of " + shape + ", as "
                        + DataException.absolute(model) + ", found " + picture.shape() + "; bring all to one size");
            }
            System.arraycopy(picture.values(), 0, pixels, i * shape.size(), shape.size());
        }
        int[] labels = files.stream().mapToInt(Labelled::label).toArray();
        return ImageSet.owning(name, shape, classes, pixels, labels);
    }
}
