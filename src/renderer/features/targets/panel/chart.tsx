import type { ECharts } from 'echarts/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../../lib/api.ts'
import { useT } from '../../../lib/i18n.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useTheme } from '../../../lib/theme.ts'
import { showError } from '../../../lib/toast.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { sayWhere } from '../export-matrix.ts'
import { type Matrix, type MatrixRow, type Place, targetOfPoint } from '../model/matrix.ts'
import { fullName, inWords, nameOfRow, sayAmount, sayRate, sayUnit } from '../model/words.ts'
import { type ChartModel, chartModel } from './chart-model.ts'
import { type ChartWords, chartOption, chartPicture, mountChart, pictureOption } from './draw-chart.ts'

/** The course of an indicator: results, targets, the way still needed; or the same figures as a table. */
export function Chart(props: {
  readonly matrix: Matrix
  readonly row: MatrixRow
  readonly onOpen: (place: Place) => void
}) {
  const { matrix, row, onOpen } = props
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  const model = useMemo(
    () =>
      chartModel(matrix, row, (index) => {
        const document = matrix.documents[index]
        return document ? fullName(document, matrix, t) : ''
      }),
    [matrix, row, t],
  )
  if (!model) return <p className="tgt-note">{t('targets:chart.none')}</p>
  const words: ChartWords = {
    actual: t('targets:chart.actual'),
    target: t('targets:chart.target'),
    needed: t('targets:chart.needed'),
    needs: needsOf(row, t),
    unit: inWords(model.unit, t),
  }
  const name = nameOfRow(row, t)
  const title = words.unit === '' ? name : t('targets:chart.caption', { name, unit: words.unit })
  const save = async (format: 'png' | 'svg') => {
    const bytes = chartPicture(pictureOption(model, words, title), format)
    const saved = await api.invoke('targets:save-picture', {
      name: `${t('targets:chart.file', { name })}.${format}`,
      bytes,
    })
    if (saved.status === 'saved') sayWhere(saved, t)
  }
  const items = (['png', 'svg'] as const).map((key) => ({
    key,
    label: t(`targets:chart.${key}`),
    onClick: () => void save(key).catch(showError),
  }))
  return (
    <section className="tgt-chart" aria-label={t('targets:chart.title')}>
      {asTable ? (
        <ChartTable matrix={matrix} model={model} onOpen={onOpen} />
      ) : (
        <Drawing
          model={model}
          words={words}
          label={t('targets:chart.label', { name, from: model.from, to: model.to })}
        />
      )}
      <div className="tools">
        <Button size="small" look="flat" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('targets:chart.picture') : t('targets:chart.table')}
        </Button>
        <span className="sp" />
        <Menu menu={{ items }} placement="bottomRight">
          <Button size="small" look="flat" aria-haspopup="menu">
            {t('targets:chart.save')}
          </Button>
        </Menu>
      </div>
    </section>
  )
}

/** 尚需年均 6.4%, or what each year left has to bring; empty where nobody can say. */
function needsOf({ pace, progress }: MatrixRow, t: ReturnType<typeof useT>): string {
  if (progress) {
    const { needed } = progress
    return needed === null ? '' : t('targets:chart.needs', { rate: `${sayAmount(needed)}${sayUnit(progress, t)}` })
  }
  return pace ? t('targets:chart.needs', { rate: sayRate(pace.kind, pace.needed) }) : ''
}

function Drawing({
  model,
  words,
  label,
}: {
  readonly model: ChartModel
  readonly words: ChartWords
  readonly label: string
}) {
  const theme = useTheme(useSettings((state) => state.settings.theme))
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts | null>(null)
  useEffect(() => {
    const element = host.current
    if (!element) return
    const made = mountChart(element)
    chart.current = made
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(chartOption(model, words, theme), { notMerge: true })
  })
  return <div ref={host} className="drawing" role="img" aria-label={label} />
}

function ChartTable({
  matrix,
  model,
  onOpen,
}: {
  readonly matrix: Matrix
  readonly model: ChartModel
  readonly onOpen: (place: Place) => void
}) {
  const t = useT()
  const actuals = [...model.actuals, ...model.others.flatMap((other) => other.actuals)]
  const points = [
    ...actuals.map((each) => ({ ...each, kind: 'actual' as const })),
    ...model.targets.map((each) => ({ ...each, kind: 'target' as const })),
  ].sort((a, b) => a.year - b.year)
  return (
    <table className="tgt-data">
      <thead>
        <tr>
          <th scope="col">{t('targets:chart.year')}</th>
          <th scope="col">{t('targets:chart.kind')}</th>
          <th scope="col">{t('targets:chart.value')}</th>
          <th scope="col">{t('targets:chart.source')}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const { document } = point.point
          const target = targetOfPoint(matrix, point.point)
          return (
            <tr key={`${point.kind} ${point.year} ${point.value} ${document}`}>
              <th scope="row">{point.year}</th>
              <td>{t(`targets:chart.${point.kind}`)}</td>
              <td>
                <button type="button" className="link" onClick={() => target && onOpen({ document, target })}>
                  {point.value}
                </button>
              </td>
              <td>{point.source}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
