import { FORMATS } from '../../shared/text/raw-document.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './drop-box.css'

/** In the order people ask for them; only those that a reader exists for are named. */
const NAMED = ['docx', 'doc', 'wps', 'pdf', 'ofd', 'html', 'xlsx', 'zip', 'txt'] as const
const READABLE = NAMED.filter((format) => (FORMATS as readonly string[]).includes(format))

/** Where files come in: shows that they can be dropped (anywhere on the window), and does the same with buttons. */
export function DropBox(props: {
  readonly onChoose: () => void
  readonly onChooseFolder?: () => void
  readonly onPaste: () => void
}) {
  const { onChoose, onChooseFolder, onPaste } = props
  const t = useT()
  const formats = [...new Set(READABLE.map((format) => t(`common:format.${format}`)))]
  return (
    <div className="drop-box">
      <div className="drop-box-title">
        <Icon name="import" />
        {t('common:drop.title')}
      </div>
      <p>{formats.join(t('common:format.separator'))}</p>
      <div className="drop-box-buttons">
        <Button size="small" icon="file" onClick={onChoose}>
          {t('common:drop.choose')}
        </Button>
        {onChooseFolder && (
          <Button size="small" icon="folder" onClick={onChooseFolder}>
            {t('common:drop.folder')}
          </Button>
        )}
        <Button size="small" icon="paste" onClick={onPaste}>
          {t('common:drop.paste')}
        </Button>
      </div>
    </div>
  )
}
