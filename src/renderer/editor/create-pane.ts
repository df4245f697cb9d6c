import { history, insertNewline, standardKeymap } from '@codemirror/commands'
import { EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view'
import { foldGuard } from './fold-guard.ts'
import { paragraphNumbers } from './line-numbers.ts'
import { paneActions } from './pane-actions.ts'
import { drawLines, paneDecorations } from './pane-decorations.ts'
import { paneMarks } from './pane-marks.ts'
import { EMPTY_PANE, type LineSpec, type PaneAction } from './pane-spec.ts'
import { paneTheme } from './pane-theme.ts'
import { selectedChip } from './selected-chip.ts'
import { spacers } from './spacers.ts'

export interface PaneOptions {
  readonly parent: HTMLElement
  /** Spoken name of the text. */
  readonly label: string
  readonly editable: boolean
  readonly onUpdate: (update: ViewUpdate) => void
  readonly onAction: (action: PaneAction) => void
  /** Asked before each edit by the user; false makes none. */
  readonly mayEdit: () => boolean
  /** Ctrl+Z and Ctrl+Y; what they undo is not for the pane to decide. */
  readonly onUndo: () => boolean
  readonly onRedo: () => boolean
  /** An edit would have reached into the fold at this place. */
  readonly onFoldTouched: (at: number) => void
}

/** A text and how its lines look; offsets are those of the text. */
export interface PaneText {
  readonly text: string
  readonly lines: readonly LineSpec[]
}

/** Pasted text comes in lines as it is; a canonical text knows `\n` only, whatever the clipboard holds. */
const lineBreaks = EditorState.lineSeparator.of('\n')
const plainLineBreaks = EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n'))

function editing(options: PaneOptions): Extension {
  if (!options.editable) {
    // Focusable for the keyboard and for copying, but nothing can be typed.
    return [
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ tabindex: '0' }),
    ]
  }
  const isUsers = (tr: Transaction) => tr.docChanged && tr.annotation(Transaction.userEvent) !== undefined
  return [
    history(),
    foldGuard(options.onFoldTouched),
    EditorState.transactionFilter.of((tr) => (isUsers(tr) && !options.mayEdit() ? [] : tr)),
    keymap.of([
      { key: 'Mod-z', run: options.onUndo, preventDefault: true },
      { key: 'Mod-y', mac: 'Mod-Shift-z', run: options.onRedo, preventDefault: true },
      { linux: 'Mod-Shift-z', run: options.onRedo, preventDefault: true },
      // A new paragraph begins without the blanks of the one above: the indent is drawn, not typed.
      { key: 'Enter', run: insertNewline },
      ...standardKeymap,
    ]),
  ]
}

/** One text of a comparison, with its headings and tables. */
export function createPane({ text, lines }: PaneText, options: PaneOptions): EditorView {
  const state = paneState(text, options)
  const effects = drawLines(state, { ...EMPTY_PANE, lines })
  return new EditorView({ parent: options.parent, state: state.update({ effects }).state })
}

/** A fresh state with a text: no undo reaches behind it. */
export function paneState(text: string, options: PaneOptions): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      lineBreaks,
      plainLineBreaks,
      editing(options),
      paneTheme,
      EditorView.lineWrapping,
      paragraphNumbers,
      paneDecorations,
      paneMarks,
      spacers,
      selectedChip,
      paneActions.of(options.onAction),
      EditorView.updateListener.of(options.onUpdate),
      EditorView.contentAttributes.of({
        'aria-label': options.label,
        'aria-multiline': 'true',
        role: 'textbox',
        ...(options.editable ? {} : { 'aria-readonly': 'true' }),
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
    ],
  })
}
