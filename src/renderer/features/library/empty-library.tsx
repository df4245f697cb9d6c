import { useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { showError } from '../../lib/toast.ts'
import { Button } from '../../ui/button.tsx'
import { DropBox } from '../../ui/drop-box.tsx'

/** Nothing in the library yet: import, or open the samples. */
export function EmptyLibrary(props: {
  readonly onChooseFiles: () => void
  readonly onPaste: () => void
  readonly onOpenSamples: () => Promise<void>
}) {
  const t = useT()
  const [opening, setOpening] = useState(false)
  const openSamples = async () => {
    setOpening(true)
    try {
      await props.onOpenSamples()
    } catch (error) {
      showError(error)
      setOpening(false)
    }
  }
  return (
    <main className="library-empty" aria-label={t('common:nav.library')}>
      <div>
        <h1>{t('library:empty.title')}</h1>
        <p>{t('library:empty.body')}</p>
        <DropBox onChoose={props.onChooseFiles} onPaste={props.onPaste} />
        <p className="library-empty-or">{t('library:empty.samples')}</p>
        <Button size="large" icon="book" disabled={opening} onClick={() => void openSamples()}>
          {opening ? t('common:loading') : t('library:empty.open')}
        </Button>
      </div>
    </main>
  )
}
