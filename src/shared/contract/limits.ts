export { MAX_FILE_BYTES as MAX_UPLOAD_BYTES } from '../text/limits.ts'
