import type { Format } from '../../shared/text/raw-document.ts'

/** Registered media types (https://www.iana.org/assignments/media-types); WPS and OFD as their makers name them. */
const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  clipboard: 'text/plain;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  mht: 'multipart/related',
  pdf: 'application/pdf',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  ofd: 'application/ofd',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What kind of file a source is, for whoever saves it again. */
export function mediaTypeOf(format: Format): string {
  return MEDIA_TYPES[format]
}
