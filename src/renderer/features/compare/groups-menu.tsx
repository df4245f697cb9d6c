import { Popover } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useT } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useCompare, useController } from './compare-context.ts'
import { type GroupEntry, listGroups } from './model/change-groups.ts'

/** Places of a group that are listed; a plan may have hundreds. */
const LISTED = 100

/** 全文替换: changes that are one decision in many places, decided together or looked at one by one. */
export function GroupsMenu() {
  const t = useT()
  const [open, setOpen] = useState(false)
  const count = useCompare((state) => state.model?.comparison.groups.length ?? 0)
  const shut = useCallback(() => setOpen(false), [])
  const content = useMemo(() => <Groups onGone={shut} />, [shut])
  if (count === 0) return null
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={content}>
      <Button aria-haspopup="dialog" aria-expanded={open}>
        {t('compare:groups.button')} {count}
        <Icon name="down" />
      </Button>
    </Popover>
  )
}

function Groups({ onGone }: { readonly onGone: () => void }) {
  const t = useT()
  const model = useCompare((state) => state.model)
  const groups = useMemo(() => (model ? listGroups(model) : []), [model])
  return (
    <div className="cmp-groups" role="dialog" aria-label={t('compare:groups.title')}>
      <p className="mut sm">{t('compare:groups.explain')}</p>
      {groups.map((group) => (
        <Group key={`${group.kind} ${group.from} ${group.to}`} group={group} onGone={onGone} />
      ))}
    </div>
  )
}

function Group({ group, onGone }: { readonly group: GroupEntry; readonly onGone: () => void }) {
  const t = useT()
  const { reviewing } = useController()
  const [open, setOpen] = useState(false)
  const alone = group.places.filter((place) => place.alone).map((place) => place.display)
  const mixed = group.places.length - alone.length
  return (
    <section className="cmp-group">
      <div className="head">
        <span className="words">
          {group.kind === 'renumbering' && `${t('compare:groups.renumbering')} `}
          {group.from !== '' && <s>{group.from}</s>}
          {' → '}
          {group.to !== '' && <b>{group.to}</b>}{' '}
          <span className="mut sm">{t('compare:groups.count', { count: group.count })}</span>
        </span>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'compare:groups.hide' : 'compare:groups.show')}
        </Button>
        <Button
          size="small"
          disabled={alone.length === 0}
          onClick={() => void reviewing.decideTogether(alone, 'accepted')}
        >
          {t('compare:groups.accept')}
        </Button>
        <Button
          size="small"
          disabled={alone.length === 0}
          onClick={() => void reviewing.decideTogether(alone, 'rejected')}
        >
          {t('compare:groups.reject')}
        </Button>
      </div>
      {mixed > 0 && <p className="mut sm">{t('compare:groups.decidedNote', { count: mixed })}</p>}
      {open && <Places group={group} onGone={onGone} />}
    </section>
  )
}

function Places({ group, onGone }: { readonly group: GroupEntry; readonly onGone: () => void }) {
  const t = useT()
  const { moving } = useController()
  const more = group.places.length - LISTED
  return (
    <ol>
      {group.places.slice(0, LISTED).map(({ display, words, alone }) => (
        <li key={display}>
          <button
            type="button"
            onClick={() => {
              onGone()
              moving.goTo(display, 'change')
            }}
          >
            <span>{words}</span>
            {!alone && <small className="mut">{t('compare:groups.mixed')}</small>}
          </button>
        </li>
      ))}
      {more > 0 && <li className="mut sm">{t('compare:groups.more', { count: more })}</li>}
    </ol>
  )
}
