/** The report's only style. Screen colours are the app's tokens; print follows the black-and-white marks. */
export const REPORT_CSS = `
:root { color-scheme: light; --t1: #1E2226; --t2: #4F545B; --line: #CBC8BE; --sunk: #F3F1EC; --ins-w: #D8F1E6; --ins-e: #17906C; --del-w: #FCE4DA; --del-e: #CC5A30; --mov-e: #7C68C8; --tgt: #704700; --tgt-w: #FFEFC4; }
* { box-sizing: border-box; }
body { margin: 24px auto; max-width: 1280px; padding: 0 24px; color: var(--t1); font: 16px/1.8 "Songti SC", "SimSun", "FangSong", "Noto Serif CJK SC", serif; font-variant-numeric: tabular-nums; }
h1 { text-align: center; font-size: 28px; font-weight: 600; letter-spacing: 2px; }
h2 { font: 600 17px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; margin: 28px 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 12px; margin: 0 0 8px; }
dt { color: var(--t2); } dd { margin: 0; }
p { margin: 0; }
.summary, .legend { color: var(--t2); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: 6px 10px; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead th { background: var(--sunk); font: 600 14px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
.rows th:nth-child(1), .rows .n { width: 56px; text-align: center; }
.rows th:nth-child(4) { width: 24%; }
.section th { background: var(--sunk); text-align: left !important; width: auto !important; font-weight: 600; }
.no { float: left; min-width: 32px; padding-right: 8px; color: #62676F; font: 11px/29px "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.none { color: #62676F; }
.notes { font-size: 14px; line-height: 1.6; }
.target { color: var(--tgt); font-size: 14px; }
.notes .remark { border-left: 2px solid var(--line); padding-left: 6px; color: var(--t2); }
.notes .target { background: var(--tgt-w); padding: 0 4px; margin-bottom: 2px; }
ins { text-decoration: underline 2px var(--ins-e); text-underline-offset: 4px; background: var(--ins-w); }
del { text-decoration: line-through 1px var(--del-e); background: var(--del-w); }
.moved { text-decoration: underline double var(--mov-e); text-underline-offset: 4px; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 11pt; }
  @page { size: A4 landscape; margin: 18mm 16mm; }
  thead { display: table-header-group; } tr { break-inside: avoid-page; }
  ins { background: none; font-weight: 700; } del { background: none; } .notes .target { background: none; padding: 0; }
}
`
