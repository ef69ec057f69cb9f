package org.itocheck.training.experiment;

/** In what the settings of an experiment differ. */
public enum Comparison {
    /** In the level l of SVAG, at equal effective steps; the paper's Figures 1, 2, 7, 8 and 10 to 13. */
    LEVELS,
    /** In the method: SGD, NGD and GD; Figures 5 and 17 to 19. */
    METHODS,
    /** In the batch size, with the learning rate in proportion to it; Figures 6 and 14 to 16. */
    BATCH_SIZES
}
