/** The largest file that is opened: 64 MiB. A 500-page plan in Word is under 5 MiB; more is a picture book or an attack. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

/** The longest text that is taken: five million UTF-16 units, about 100 five-year plans. */
export const MAX_TEXT_LENGTH = 5_000_000
