import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DropBox } from '../../ui/drop-box.tsx'
import { Message } from './message.tsx'
import { setPasting, useQueue } from './queue.ts'

/** What stands where no file is yet: the ways in, or what main is reading of its own dialog. */
export function EmptyQueue(props: { readonly onChooseFiles: () => void; readonly onChooseFolder: () => void }) {
  const t = useT()
  const arriving = useQueue((state) => state.arriving)
  if (arriving) {
    return (
      <Message icon="file" title={arriving.label}>
        <p>
          {t('import:state.reading')} {arriving.done}/{arriving.total}
        </p>
        <div className="thin-bar" role="progressbar" aria-label={t('import:state.reading')}>
          <u style={{ width: `${(100 * arriving.done) / Math.max(1, arriving.total)}%` }} />
        </div>
        <Button onClick={() => void api.invoke('import:cancel', {})}>{t('common:cancel')}</Button>
      </Message>
    )
  }
  return (
    <div className="import-empty">
      <div>
        <h2>{t('import:empty.title')}</h2>
        <DropBox
          onChoose={props.onChooseFiles}
          onChooseFolder={props.onChooseFolder}
          onPaste={() => setPasting(true)}
        />
      </div>
    </div>
  )
}
