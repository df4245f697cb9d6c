import { Popover } from 'antd'
import { useState } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import { api } from '../../lib/api.ts'
import { useT } from '../../lib/i18n.ts'
import { showError, showToast } from '../../lib/toast.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCompare, useController } from './compare-context.ts'

type ExportInput = Input<'export:save'>
const SCOPES: readonly ExportInput['scope'][] = ['all', 'substance', 'targets']

/** 导出: what, how much of it, and where it went. */
export function ExportMenu() {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<ExportChoices onDone={() => setOpen(false)} />}
    >
      <Button icon="export" aria-haspopup="dialog" aria-expanded={open}>
        {t('compare:export.button')}
        <Icon name="down" />
      </Button>
    </Popover>
  )
}

function ExportChoices({ onDone }: { readonly onDone: () => void }) {
  const t = useT()
  const controller = useController()
  const { left, right } = useCompare(({ left, right }) => ({ left, right }))
  const [scope, setScope] = useState<ExportInput['scope']>('all')
  const [working, setWorking] = useState(false)
  const save = async (kind: ExportInput['kind']) => {
    if (!left || !right) return
    setWorking(true)
    try {
      // What was typed a moment ago belongs into the file.
      await controller.drafting.flush()
      const saved = await api.invoke('export:save', { leftVersionId: left.versionId, right: right.ref, kind, scope })
      if (saved.status === 'saved') sayWhere(saved.name, saved.where, t)
      onDone()
    } catch (error) {
      showError(error)
    } finally {
      setWorking(false)
    }
  }
  return (
    <div className="cmp-export" role="dialog" aria-label={t('compare:export.title')}>
      <div className="cmp-scopes" role="radiogroup" aria-label={t('compare:export.scope')}>
        {SCOPES.map((name) => (
          <label key={name}>
            <input type="radio" name="scope" checked={scope === name} onChange={() => setScope(name)} />
            {t(`compare:export.scopes.${name}`)}
          </label>
        ))}
      </div>
      <Button disabled={working || !right} onClick={() => void save('docx-table')}>
        {t('compare:export.table')}
      </Button>
      <Button disabled={working || !right} onClick={() => void save('html')}>
        {t('compare:export.html')}
      </Button>
      {working && <p className="mut sm">{t('compare:export.working')}</p>}
    </div>
  )
}

function sayWhere(name: string, where: string | null, t: ReturnType<typeof useT>): void {
  if (where === null) {
    showToast(t('compare:export.saved', { name }))
    return
  }
  showToast(t('compare:export.savedAt', { where }), {
    label: t('compare:export.copyPath'),
    run: () => void navigator.clipboard.writeText(where),
  })
}
