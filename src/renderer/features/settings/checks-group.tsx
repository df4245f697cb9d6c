import { useId, useState } from 'react'
import { FINDING_CODES, type FindingCode } from '../../../shared/checks/finding.ts'
import { useT } from '../../lib/i18n.ts'
import { useSettings } from '../../lib/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { PhraseDialog } from './phrases/phrase-dialog.tsx'

/** Which checks are on, and the phrase list that one of them reads. */
export function ChecksGroup() {
  const t = useT()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { settings, change } = useSettings()
  const { disabledChecks } = settings
  const set = (code: FindingCode, on: boolean) => {
    const others = disabledChecks.filter((each) => each !== code)
    void change({ disabledChecks: on ? others : [...others, code] })
  }
  return (
    <section className="settings-group" aria-labelledby={id}>
      <h2 id={id}>{t('checks:settings.title')}</h2>
      <div className="settings-line">
        <div>
          {t('checks:settings.phrases')}
          <small>{t('checks:settings.phrasesHint')}</small>
        </div>
        <div className="settings-control">
          <Button icon="table" onClick={() => setOpen(true)}>
            {t('checks:settings.edit')}
          </Button>
        </div>
      </div>
      {FINDING_CODES.map((code) => (
        <div className="settings-line" key={code}>
          <div>
            {t(`checks:name.${code}`)}
            <small>{t(`checks:hint.${code}`)}</small>
          </div>
          <div className="settings-control">
            <Switch
              label={t(`checks:name.${code}`)}
              on={!disabledChecks.includes(code)}
              onChange={(on) => set(code, on)}
            />
          </div>
        </div>
      ))}
      <p className="settings-note">{t('checks:settings.lead')}</p>
      {open && <PhraseDialog onClose={() => setOpen(false)} />}
    </section>
  )
}
