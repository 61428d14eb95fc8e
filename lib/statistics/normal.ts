/** The normal quantile of a two-sided 95% interval, and of a two-sided 5% test. */
export const Z_95 = 1.959964;
