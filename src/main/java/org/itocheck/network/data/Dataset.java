package org.itocheck.network.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The data sets that can be loaded. Their files are in the folder named by {@code -Ditocheck.data.NAME=DIR}, else in {@code data/NAME}
 * below the working directory; nothing is ever fetched. Every file is checked, and a wrong one is an error. The digits come with the library.
 * <pre>{@code
 * TrainTest data = Dataset.CIFAR10.load();          // MissingDataException says where to put which files
 * Dataset.SVHN.find().ifPresent(this::train);       // empty if it is not there
 * }</pre>
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/learning-features-2009-TR.pdf">Krizhevsky (2009), CIFAR-10 and CIFAR-100</a>
 */
@SuppressWarnings("ImmutableEnumChecker") // readers keep no state
public enum Dataset {
    /** 1500 handwritten digits to train, the other 297 to test, 1 x 8 x 8; grey values are 15 times those of the source, 0 to 240. */
    DIGITS("digits", "", "", folder -> DigitImages.load()),
    /** 50000 and 10000 photographs of ten things, 3 x 32 x 32. */
    CIFAR10("cifar10", "cifar10", "data_batch_1.bin to data_batch_5.bin and test_batch.bin", Cifar::ten),
    /** Any part of CIFAR-10 in its binary format. */
    CIFAR10_SUBSET("cifar10-subset", "cifar10-subset", "train.bin and test.bin", Cifar::subsetOfTen),
    /** CIFAR-10 as JPEG or PNG files, or a part of it. Values are those of the decoder, close to the ones of the binary files. */
    CIFAR10_IMAGES(
            "cifar10-images",
            "cifar10-images",
            "train and test, with a folder of images for each class",
            Cifar::pictures),
    /** 50000 and 10000 photographs of a hundred things, 3 x 32 x 32. */
    CIFAR100("cifar100", "cifar100", "train.bin and test.bin", Cifar::hundred),
    /** The images of CIFAR-100 with the twenty groups of things as classes; in the folder of CIFAR-100. */
    CIFAR100_COARSE("cifar100-coarse", "cifar100", "train.bin and test.bin", Cifar::twenty),
    /** 73257 and 26032 digits of house numbers, 3 x 32 x 32; the class is the digit. */
    SVHN("svhn", "svhn", "train_32x32.mat and test_32x32.mat", folder -> Svhn.load(folder.expecting(Svhn.MD5))),
    /** 60000 and 10000 pictures of ten kinds of clothes, 1 x 28 x 28. */
    FASHION_MNIST(
            "fashion-mnist",
            "fashion-mnist",
            "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and"
                    + " t10k-labels-idx1-ubyte.gz",
            folder -> FashionMnist.load(folder.expecting(FashionMnist.MD5)));

    /** Before the name of a data set: the property that names its folder. */
    public static final String PROPERTY_PREFIX = "itocheck.data.";

    private final String id;
    private final String folderName;
    private final String files;
    private final Reader reader;

    /** From the folder to the images. */
    private interface Reader {
        TrainTest read(DataFolder folder);
    }

    Dataset(String id, String folderName, String files, Reader reader) {
        this.id = id;
        this.folderName = folderName;
        this.files = files;
        this.reader = reader;
    }

    /**
     * A data set by its name.
     *
     * @param id for example {@code cifar10}
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Dataset named(String id) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set is '" + id + "', expected one of "
                        + Arrays.stream(values()).map(Dataset::id).collect(Collectors.joining(", "))));
    }

    /** The properties that name folders of data. */
    public static List<String> properties() {
        return Arrays.stream(values())
                .flatMap(dataset -> dataset.property().stream())
                .distinct()
                .toList();
    }

    /** The name, for example {@code cifar10-subset}. */
    public String id() {
        return id;
    }

    /** The property that names the folder; none for what comes with the library. */
    public Optional<String> property() {
        return folderName.isEmpty() ? Optional.empty() : Optional.of(PROPERTY_PREFIX + folderName);
    }

    /**
     * Reads it.
     *
     * @throws MissingDataException if it is not on this machine
     * @throws DataException if a file is missing, cannot be read or is not what it should be, or the property names no folder
     */
    public TrainTest load() {
        return find().orElseThrow(() -> new MissingDataException(whereToPutIt()));
    }

    /**
     * Reads it, if it is on this machine.
     *
     * @return empty if there is no folder of it and no property names one
     * @throws DataException if a file is missing, cannot be read or is not what it should be, or the property names no folder
     */
    public Optional<TrainTest> find() {
        if (folderName.isEmpty()) {
            return Optional.of(DigitImages.load());
        }
        Path folder = folder();
        if (Files.isDirectory(folder)) {
            return Optional.of(read(folder));
        }
        String given = System.getProperty(PROPERTY_PREFIX + folderName);
        if (given != null) {
            throw new DataException(PROPERTY_PREFIX + folderName + " is '" + given + "', expected a folder with "
                    + files + "; correct it, or leave it out to use " + DataException.absolute(defaultFolder()));
        }
        return Optional.empty();
    }

    /**
     * Reads it from a folder.
     *
     * @param folder where its files are
     * @throws DataException if a file is missing, cannot be read or is not what it should be
     */
    public TrainTest read(Path folder) {
        return reader.read(new DataFolder(folder));
    }

    /** What a user must do to have it; the message of {@link MissingDataException} and of skipped tests. */
    public String whereToPutIt() {
        if (folderName.isEmpty()) {
            return id + " comes with the library";
        }
        return id + " is not on this machine: put " + files + " into "
                + DataException.absolute(defaultFolder()) + ", or name their folder with -D" + PROPERTY_PREFIX
                + folderName + "=DIR; archives are to be unpacked, docs/data.md says where to get them";
    }

    private Path folder() {
        String given = System.getProperty(PROPERTY_PREFIX + folderName);
        try {
            return given == null || given.isBlank() ? defaultFolder() : Path.of(given);
        } catch (InvalidPathException e) {
            throw new DataException(PROPERTY_PREFIX + folderName + " is '" + given + "', expected a folder", e);
        }
    }

    private Path defaultFolder() {
        return Path.of("data", folderName);
    }
}
