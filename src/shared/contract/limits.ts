/** A source file, bytes. In a file of its own, so that the page can know it without zod. */
export const MAX_UPLOAD_BYTES = 64 * 1024 * 1024
