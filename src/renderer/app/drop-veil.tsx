import { useEffect, useRef, useState } from 'react'
import { readDroppedFiles } from '../lib/dropped-files.ts'
import { useT } from '../lib/i18n.ts'
import { showError } from '../lib/toast.ts'
import { Icon } from '../ui/icon.tsx'
import { importFound, importPaste } from './importing.ts'

/** A pasted text shorter than this is taken for a slip, not for a document. */
const MIN_PASTE_LENGTH = 200

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Listens to files over the window; answers whether some hover. What is dropped goes to the import. */
function useWindowDrop(): boolean {
  const [hovering, setHovering] = useState(false)
  // Entering a child fires before leaving its parent: only the balance says whether the pointer is still here.
  const depth = useRef(0)
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current += event.type === 'dragenter' ? 1 : -1
      setHovering(depth.current > 0)
    }
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth.current = 0
      setHovering(false)
      if (!carriesFiles(event) || !event.dataTransfer) return
      // Not preventing it would make the window open the file and lose the page.
      event.preventDefault()
      void readDroppedFiles(event.dataTransfer).then(importFound, showError)
    }
    const ending = new AbortController()
    const options = { signal: ending.signal }
    window.addEventListener('dragenter', enter, options)
    window.addEventListener('dragleave', enter, options)
    window.addEventListener('dragover', over, options)
    window.addEventListener('drop', drop, options)
    return () => ending.abort()
  }, [])
  return hovering
}

/** Takes files dropped anywhere on the window, and a long text pasted outside any text field. Shown while files hover. */
export function DropVeil() {
  const t = useT()
  const shown = useWindowDrop()
  useEffect(() => {
    window.addEventListener('paste', takePaste)
    return () => window.removeEventListener('paste', takePaste)
  }, [])
  if (!shown) return null
  return (
    <div className="drop-veil">
      <div>
        <Icon name="import" />
        <b>{t('common:drop.veil')}</b>
        <span>{t('common:drop.veilHint')}</span>
      </div>
    </div>
  )
}

function takePaste(event: ClipboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : null
  if (target?.closest('input, textarea, [contenteditable="true"], dialog')) return
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (text.trim().length < MIN_PASTE_LENGTH) return
  event.preventDefault()
  importPaste(text, event.clipboardData?.getData('text/html') || null)
}
