import { formatBytes, formatCount } from '../../lib/format.ts'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'

/** How many documents and versions there are, and the library's file. */
export function LibraryStatus() {
  const t = useT()
  const { documents, info } = useLibrary()
  if (!documents || !info) return null
  const versions = documents.reduce((sum, document) => sum + document.versions.length, 0)
  return (
    <>
      <span>
        {t('library:status.counts', { documents: formatCount(documents.length), versions: formatCount(versions) })}
      </span>
      <span>{t('library:status.file', { name: info.libraryName, size: formatBytes(info.libraryBytes) })}</span>
    </>
  )
}
