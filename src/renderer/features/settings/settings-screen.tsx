import { type ReactNode, useEffect, useId, useState } from 'react'
import { formatBytes } from '../../lib/format.ts'
import { LOCALES, useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { useSettings } from '../../lib/settings.ts'
import { useCommands } from '../../lib/shortcuts.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import type { StatusLine } from '../../ui/status.ts'
import { ChecksGroup } from './checks-group.tsx'
import { LexiconDialog } from './lexicon/lexicon-dialog.tsx'
import { ReviewerField } from './reviewer-field.tsx'
import './settings.css'
import { TextSizeField } from './text-size-field.tsx'

const THEMES = ['system', 'light', 'dark', 'high-contrast'] as const

/** 设置: what holds for this user on this machine. Every change shows at once and is kept. */
export function SettingsScreen(props: {
  readonly onBack: () => void
  readonly onStatus: (line: StatusLine | null) => void
}) {
  const { onBack, onStatus } = props
  const t = useT()
  const { settings, change } = useSettings()
  useEffect(() => onStatus(null), [onStatus])
  useCommands([{ id: 'settings.leave', keys: 'Escape', inText: true, run: onBack }])
  return (
    <main className="settings" aria-labelledby="settings-title">
      <header className="settings-head">
        <IconButton icon="left" label={t('common:back')} onClick={onBack} />
        <h1 id="settings-title">{t('settings:title')}</h1>
        <span className="mut sm">{t('settings:lead')}</span>
      </header>
      <div className="settings-body">
        <Appearance />
        <Group title={t('settings:review')}>
          <Line label={t('settings:reviewer')} hint={t('settings:reviewerHint')}>
            <ReviewerField value={settings.reviewer} onChange={(reviewer) => void change({ reviewer })} />
          </Line>
        </Group>
        <TargetsGroup />
        <ChecksGroup />
        <About />
      </div>
    </main>
  )
}

function Appearance() {
  const t = useT()
  const { settings, change } = useSettings()
  return (
    <Group title={t('settings:appearance')}>
      <Line label={t('settings:language')}>
        <Segments
          label={t('settings:language')}
          value={settings.locale}
          options={LOCALES.map((locale) => ({ value: locale, label: t(`settings:languageName.${locale}`) }))}
          onChange={(locale) => void change({ locale })}
        />
      </Line>
      <Line label={t('settings:theme')}>
        <Segments
          label={t('settings:theme')}
          value={settings.theme}
          options={THEMES.map((theme) => ({ value: theme, label: t(`settings:themeName.${theme}`) }))}
          onChange={(theme) => void change({ theme })}
        />
      </Line>
      <Line label={t('settings:textSize')} hint={t('settings:textSizeHint')}>
        <TextSizeField value={settings.textSize} onChange={(textSize) => void change({ textSize })} />
      </Line>
      <p className="settings-sample" lang="zh-CN">
        {t('settings:sample')}
      </p>
    </Group>
  )
}

function TargetsGroup() {
  const t = useT()
  const [open, setOpen] = useState(false)
  if (open) return <LexiconDialog onClose={() => setOpen(false)} />
  return (
    <Group title={t('settings:targets')}>
      <Line label={t('settings:lexicon.title')} hint={t('settings:lexicon.hint')}>
        <Button icon="table" onClick={() => setOpen(true)}>
          {t('settings:lexicon.edit')}
        </Button>
      </Line>
    </Group>
  )
}

function About() {
  const t = useT()
  const info = useLibrary((state) => state.info)
  if (!info) return null
  return (
    <Group title={t('settings:about')}>
      <Line label={t('settings:version')}>
        <span>
          {t('common:appName')} {info.version}
        </span>
      </Line>
      <Line label={t('settings:shell')}>
        <span>{t(`settings:shellName.${info.shell}`)}</span>
      </Line>
      <Line label={t('settings:libraryFile')}>
        <span>
          {info.libraryName}　{formatBytes(info.libraryBytes)}
        </span>
      </Line>
      <p className="settings-note">{t('settings:privacy')}</p>
    </Group>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="settings-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Line(props: { readonly label: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <div className="settings-line">
      <div>
        {props.label}
        {props.hint && <small>{props.hint}</small>}
      </div>
      <div className="settings-control">{props.children}</div>
    </div>
  )
}
