import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { readTokens, type Theme } from '../../../lib/theme.ts'
import type { ChartModel, ChartPoint } from './chart-model.ts'

// Only what this chart needs is taken in.
use([
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
  CanvasRenderer,
])

export interface ChartWords {
  readonly actual: string
  readonly target: string
  readonly needed: string
  /** 尚需年均 6.4%, at the way; empty without one. */
  readonly needs: string
  readonly unit: string
}

const TOKENS = ['--t1', '--t2', '--t3', '--line', '--accent', '--tgt-e', '--pane', '--font-ui'] as const
type Tokens = Readonly<Record<(typeof TOKENS)[number], string>>

/** Black on white, whatever the screen shows. */
const PRINT: Theme = 'light'

/**
 * Results: a solid line with dots. Targets: diamonds, the draft's filled. The way still needed: dashed. Told apart without
 * colour, by line and mark; the colours repeat it.
 */
export function chartOption(model: ChartModel, words: ChartWords, theme: Theme): EChartsCoreOption {
  const tokens = readTokens(theme, TOKENS)
  const font = { fontFamily: tokens['--font-ui'], fontSize: 12, color: tokens['--t3'] }
  const span = model.to - model.from
  return {
    animation: false,
    textStyle: font,
    backgroundColor: tokens['--pane'],
    grid: { left: 8, right: 56, top: 24, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      ...tooltipLook(tokens),
      formatter: (item: TipItem) => tipOf(item, words),
    },
    xAxis: {
      type: 'value',
      min: model.from,
      max: Math.max(model.to, model.from + 1),
      interval: span > 8 ? Math.ceil(span / 5) : 1,
      axisLabel: { ...font, hideOverlap: true, formatter: (year: number) => String(year) },
      axisLine: { show: true, onZero: false, lineStyle: { color: tokens['--line'] } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { ...font, formatter: (value: number) => String(value) },
      splitNumber: 4,
      splitLine: { lineStyle: { color: tokens['--line'] } },
    },
    series: seriesOf(model, words, tokens, font),
  }
}

/** The chart as it goes into a document: with what it shows, in which unit, and what its marks mean. */
export function pictureOption(model: ChartModel, words: ChartWords, title: string): EChartsCoreOption {
  const tokens = readTokens(PRINT, TOKENS)
  const font = { fontFamily: tokens['--font-ui'], color: tokens['--t1'] }
  return {
    ...chartOption(model, words, PRINT),
    title: { text: title, left: 'center', top: 12, textStyle: { ...font, fontSize: 16, fontWeight: 600 } },
    legend: { bottom: 12, itemWidth: 18, itemHeight: 10, textStyle: { ...font, fontSize: 12 } },
    grid: { left: 24, right: 72, top: 56, bottom: 48, containLabel: true },
  }
}

interface TipItem {
  readonly seriesName: string
  readonly value: readonly [number, number, string?]
}

function tipOf({ seriesName, value: [year, value, source] }: TipItem, { unit }: ChartWords): string {
  // Titles are the user's own words: never markup.
  const plain = [seriesName, `${year}`, `${value}${unit}`, source ?? ''].filter(Boolean).join('　')
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function tooltipLook(tokens: Tokens): object {
  return {
    backgroundColor: tokens['--pane'],
    borderColor: tokens['--line'],
    textStyle: { fontFamily: tokens['--font-ui'], fontSize: 12, color: tokens['--t1'] },
  }
}

function seriesOf(model: ChartModel, words: ChartWords, tokens: Tokens, font: object): object[] {
  return [
    ...others(model, words, tokens, font),
    results(model, words, tokens, font),
    way(model, words, tokens, font),
    goals(model, words, tokens, font),
  ]
}

/** Other places: thin and dotted, each with its name at the end. */
function others(model: ChartModel, { actual }: ChartWords, tokens: Tokens, font: object): object[] {
  return model.others.map(({ place, actuals }) => ({
    name: `${place} ${actual}`,
    type: 'line',
    symbol: 'emptyCircle',
    symbolSize: 4,
    lineStyle: { color: tokens['--t3'], width: 1.2, type: [2, 3] },
    itemStyle: { color: tokens['--t3'] },
    data: actuals.map((point) => ({
      value: valueOf(point),
      label: { ...font, show: point === actuals.at(-1), position: 'bottom', formatter: place },
    })),
  }))
}

/** Below the line where the way goes up, above it where it goes down: there the way's own label does not stand. */
function beside({ actuals, needed }: ChartModel): object {
  const [last, goal] = [actuals.at(-1), needed.at(-1)]
  if (!last || !goal) {
    const former = actuals.at(-2)
    return { position: 'top', align: last && former && last.value < former.value ? 'left' : 'right' }
  }
  return { position: goal.value >= last.value ? 'bottom' : 'top', align: 'left' }
}

function results(model: ChartModel, { actual }: ChartWords, tokens: Tokens, font: object): object {
  const { actuals } = model
  const last = actuals.at(-1)
  return {
    name: actual,
    type: 'line',
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: tokens['--t1'], width: 1.8 },
    itemStyle: { color: tokens['--t1'] },
    data: actuals.map((point) => ({
      value: valueOf(point),
      label: {
        ...font,
        show: point === last,
        ...beside(model),
        formatter: `${point.value}`,
        color: tokens['--t1'],
      },
    })),
  }
}

function way({ needed }: ChartModel, words: ChartWords, tokens: Tokens, font: object): object {
  const middle = needed[Math.floor(needed.length / 2)]
  const rises = (needed.at(-1)?.value ?? 0) > (needed[0]?.value ?? 0)
  return {
    name: words.needed,
    type: 'line',
    symbol: 'circle',
    // A mark that nobody sees carries the label.
    symbolSize: 1,
    lineStyle: { color: tokens['--accent'], width: 1.6, type: [6, 3] },
    itemStyle: { color: tokens['--accent'] },
    data: needed.map((point) => ({
      value: [point.year, point.value],
      label: {
        ...font,
        show: point === middle && words.needs !== '',
        // Under a way that climbs and over one that falls: there no target of another year stands. Over one that is level.
        ...(needed[0]?.value === middle?.value
          ? { position: 'top' }
          : { position: 'right', offset: [2, rises ? 12 : -12] }),
        formatter: words.needs,
        color: tokens['--accent'],
      },
    })),
  }
}

function goals(model: ChartModel, { target }: ChartWords, tokens: Tokens, font: object): object {
  const shifts = spreadLabels(model)
  return {
    name: target,
    type: 'scatter',
    symbol: 'diamond',
    z: 4,
    // As the legend of a picture shows it.
    itemStyle: { color: tokens['--pane'], borderColor: tokens['--t2'], borderWidth: 1.4 },
    data: model.targets.map((point) => {
      const isDraft = point.role === 'draft'
      return {
        value: valueOf(point),
        symbolSize: point.role === null ? 8 : 11,
        itemStyle: {
          color: isDraft ? tokens['--accent'] : tokens['--pane'],
          borderColor: isDraft ? tokens['--accent'] : tokens['--t2'],
          borderWidth: 1.4,
        },
        label: {
          ...font,
          show: shifts.has(point),
          position: 'right',
          offset: [0, shifts.get(point) ?? 0],
          formatter: `${point.value}`,
          color: isDraft ? tokens['--accent'] : tokens['--t3'],
          fontWeight: isDraft ? 600 : 400,
        },
      }
    }),
  }
}

function valueOf({ year, value, source }: ChartPoint): (number | string)[] {
  return [year, value, source]
}

/** Pixels of height that the values share, and that a label takes. */
const [DRAWN, LABEL] = [190, 15]

/** How far the labels of the last year are shifted so that none stands on another; earlier years bear none but the pair's. */
function spreadLabels({ actuals, targets, needed, to }: ChartModel): Map<ChartPoint, number> {
  const values = [...actuals, ...targets, ...needed].map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const heightOf = ({ value }: ChartPoint) => (high === low ? 0 : ((high - value) / (high - low)) * DRAWN)
  const labelled = targets
    .filter(({ role, year }) => role !== null || year === to)
    .toSorted((a, b) => b.value - a.value)
  const shifts = new Map<ChartPoint, number>()
  let free = Number.NEGATIVE_INFINITY
  for (const point of labelled.filter(({ year }) => year === to)) {
    const at = Math.max(heightOf(point), free)
    shifts.set(point, at - heightOf(point))
    free = at + LABEL
  }
  for (const point of labelled) if (!shifts.has(point)) shifts.set(point, 0)
  return shifts
}

/** A chart on the page, in vectors; `update` redraws it. */
export function mountChart(host: HTMLElement): ECharts {
  return init(host, null, { renderer: 'svg' })
}

const [WIDTH, HEIGHT] = [720, 420]

/** The chart as a file: SVG as text, PNG at three times the size. */
export function chartPicture(option: EChartsCoreOption, format: 'png' | 'svg'): Uint8Array<ArrayBuffer> {
  const host = document.createElement('div')
  const chart = init(host, null, {
    renderer: format === 'svg' ? 'svg' : 'canvas',
    width: WIDTH,
    height: HEIGHT,
    devicePixelRatio: 3,
  })
  try {
    chart.setOption(option)
    if (format === 'svg') return new TextEncoder().encode(chart.renderToSVGString())
    const [, encoded = ''] = chart.getDataURL({ type: 'png', pixelRatio: 3 }).split(',')
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  } finally {
    chart.dispose()
  }
}
