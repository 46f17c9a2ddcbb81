/** Pixels that readers and shops take; a larger picture is made smaller. */
export const MAX_PIXELS = 5_600_000;

/** Pixels beyond which a picture is not opened: what unpacks to more than that is an attack or a mistake. */
export const MAX_INPUT_PIXELS = 100_000_000;

/** Bytes beyond which a picture file is not read. */
export const MAX_FILE_BYTES = 100_000_000;
