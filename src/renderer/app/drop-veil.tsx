import { useEffect, useRef, useState } from 'react'
import { readDroppedFiles } from '../lib/dropped-files.ts'
import { useT } from '../lib/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { importFiles, importPaste } from './importing.ts'

/** A pasted text shorter than this is taken for a slip, not for a document. */
const MIN_PASTE_LENGTH = 200

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Takes files dropped anywhere on the window, and a long text pasted outside any text field. Shown while files hover. */
export function DropVeil() {
  const t = useT()
  const [shown, setShown] = useState(false)
  // Entering a child fires before leaving its parent: only the balance says whether the pointer is still here.
  const depth = useRef(0)
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current += 1
      setShown(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setShown(false)
    }
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth.current = 0
      setShown(false)
      if (!carriesFiles(event) || !event.dataTransfer) return
      // Not preventing it would make the window open the file and lose the page.
      event.preventDefault()
      void readDroppedFiles(event.dataTransfer).then(importFiles)
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    window.addEventListener('paste', takePaste)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener as EventListener)
      window.removeEventListener('paste', takePaste)
    }
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
