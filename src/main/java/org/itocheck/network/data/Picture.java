package org.itocheck.network.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * One JPEG or PNG file as red, green and blue of 8 bits.
 *
 * @param shape 3 x height x width
 * @param values unsigned bytes, shape [3][height][width]
 */
record Picture(ImageShape shape, byte[] values) {
    private static final int LARGEST_SIDE = 1 << 10;
    private static final int CHANNELS = 3;
    private static final int BITS = 8;
    private static final int OPAQUE = 0xFF;
    private static final int GREY_TO_RGB = 0x010101;

    static Picture read(Path file) {
        String place = DataException.absolute(file);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw DataException.in(place, "expected a JPEG or PNG image, found something else");
            }
            return of(place, decode(place, readers.next(), in));
        } catch (IOException | IllegalArgumentException e) {
            throw DataException.in(place, "cannot be decoded", e);
        }
    }

    private static BufferedImage decode(String place, ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            // a JPEG that ends too early is but a warning to Java, and what is missing becomes grey
            reader.addIIOReadWarningListener((source, warning) -> {
                throw DataException.in(place, "is damaged, " + warning);
            });
            if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                throw new DataException(place + ": expected at most " + LARGEST_SIDE + " x " + LARGEST_SIDE
                        + " pixels, found " + reader.getWidth(0) + " x " + reader.getHeight(0) + "; make it smaller");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static Picture of(String place, BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours.getComponentSize(0) > BITS) {
            throw new DataException(place + ": expected " + BITS + " bits a value, found " + colours.getComponentSize(0)
                    + "; convert it");
        }
        // getRGB would take grey for linear light and brighten it
        boolean grey =
                colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(colours instanceof IndexColorModel);
        ImageShape shape = new ImageShape(CHANNELS, image.getHeight(), image.getWidth());
        byte[] values = new byte[shape.size()];
        for (int k = 0; k < shape.area(); k++) {
            int x = k % shape.width();
            int y = k / shape.width();
            int rgb = image.getRGB(x, y);
            if (rgb >>> 24 != OPAQUE) {
                throw new DataException(place + ": expected an opaque image, found a transparent pixel in row " + y
                        + ", column " + x + "; put it on a background");
            }
            int value = grey ? image.getRaster().getSample(x, y, 0) * GREY_TO_RGB : rgb;
            values[k] = (byte) (value >> 16);
            values[shape.area() + k] = (byte) (value >> 8);
            values[2 * shape.area() + k] = (byte) value;
        }
        return new Picture(shape, values);
    }
}
