import { Popover, Select } from 'antd'
import { useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { useLibrary } from '../../lib/library.ts'
import { shortTitle } from '../../lib/short-title.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCompare, useController } from './compare-context.ts'
import { type Baseline, baselineChoices, briefName } from './model/baselines.ts'
import { useBaselineNames } from './use-baseline-names.ts'

/** 换为: the other texts that the draft is held against, a click each, and the list of them all. */
export function BaselineSwitch() {
  const t = useT()
  const { baselines: keeper } = useController()
  const names = useBaselineNames()
  const { baselines, current, coming } = useCompare(({ baselines, left, coming }) => ({
    baselines,
    current: left?.versionId,
    coming,
  }))
  // The newest first: those that find no room are in the list.
  const others = baselines.filter(({ version }) => version.id !== current).toReversed()
  return (
    <span className="alt">
      {others.length > 0 && (
        <span className="others wide" role="group" aria-label={t('compare:head.switchTo')}>
          <span aria-hidden="true">{t('compare:head.switchTo')}</span>
          {others.map(({ document, version }) => (
            <button
              key={version.id}
              type="button"
              title={fullName({ document, version })}
              aria-busy={coming === version.id}
              className={coming === version.id ? 'coming' : undefined}
              onClick={() => void keeper.switchTo(version.id)}
            >
              {briefName(names.get(version.id) ?? '')}
            </button>
          ))}
        </span>
      )}
      <BaselineMenu />
    </span>
  )
}

function fullName({ document, version }: Baseline): string {
  return [document.title, version.date].filter(Boolean).join('　')
}

function BaselineMenu() {
  const t = useT()
  const [open, setOpen] = useState(false)
  const count = useCompare((state) => state.baselines.length)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      content={<BaselineList onGone={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="count"
        title={t('compare:baselines.manage')}
        aria-label={t('compare:baselines.manage')}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        <span className="narrow">{t('compare:baselines.button', { count })}</span>
        <Icon name="plus" />
      </button>
    </Popover>
  )
}

function BaselineList({ onGone }: { readonly onGone: () => void }) {
  const t = useT()
  const { baselines: keeper, moving } = useController()
  const names = useBaselineNames()
  const { baselines, current } = useCompare(({ baselines, left }) => ({ baselines, current: left?.versionId }))
  const use = (versionId: string) => {
    void keeper.switchTo(versionId)
    onGone()
  }
  return (
    <div className="cmp-baselines" role="dialog" aria-label={t('compare:baselines.title')}>
      <p className="mut sm">{t('compare:baselines.explain')}</p>
      <ul>
        {baselines.map((baseline) => (
          <BaselineEntry
            key={baseline.version.id}
            baseline={baseline}
            name={names.get(baseline.version.id) ?? ''}
            current={baseline.version.id === current}
            onUse={use}
          />
        ))}
      </ul>
      <AddBaseline />
      <div className="foot">
        {keeper.areChosen ? (
          <Button size="small" look="flat" onClick={() => keeper.forget()}>
            {t('compare:baselines.forget')}
          </Button>
        ) : (
          <span className="mut sm">{t('compare:baselines.proposed')}</span>
        )}
        <span className="sp" />
        <Button
          size="small"
          onClick={() => {
            moving.showTab('history')
            onGone()
          }}
        >
          {t('compare:baselines.history')}
        </Button>
      </div>
    </div>
  )
}

function BaselineEntry(props: {
  readonly baseline: Baseline
  readonly name: string
  readonly current: boolean
  readonly onUse: (versionId: string) => void
}) {
  const t = useT()
  const { baselines: keeper } = useController()
  const { baseline, name, current, onUse } = props
  const { id, date } = baseline.version
  return (
    <li className={current ? 'on' : undefined}>
      <button
        type="button"
        className="use"
        aria-current={current}
        aria-label={current ? `${name}，${t('compare:baselines.current')}` : t('compare:baselines.use', { name })}
        title={fullName(baseline)}
        onClick={() => onUse(id)}
      >
        <span className="ellipsis">{name}</span>
        <span className="mut sm">{current ? t('compare:baselines.current') : date}</span>
      </button>
      <IconButton
        icon="cross"
        label={t('compare:baselines.remove', { name })}
        disabled={current}
        onClick={() => keeper.remove(id)}
      />
    </li>
  )
}

function AddBaseline() {
  const t = useT()
  const { baselines: keeper } = useController()
  const documents = useLibrary((state) => state.documents) ?? []
  const { baselines, right } = useCompare(({ baselines, right }) => ({ baselines, right }))
  if (!right) return null
  const listed = new Set(baselines.map(({ version }) => version.id))
  const side = { documentId: right.documentId, versionId: right.versionId, isDraft: right.ref.type === 'draft' }
  const options = baselineChoices(documents, side)
    .filter(({ version }) => !listed.has(version.id))
    .map(({ document, version }) => {
      const stage = version.stage ? t(`common:stage.${version.stage}`) : t('common:noStage')
      return {
        value: version.id,
        label: [`${shortTitle(document.title)} · ${stage}`, version.date].filter(Boolean).join('　'),
      }
    })
  return (
    <Select<string | null>
      className="add"
      value={null}
      disabled={options.length === 0}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('compare:baselines.add')}
      aria-label={t('compare:baselines.add')}
      options={options}
      onChange={(versionId) => versionId !== null && keeper.add(versionId)}
    />
  )
}
