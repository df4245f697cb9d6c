import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { app, BrowserWindow, dialog, type FileFilter } from 'electron'
import { FORMATS } from '../../shared/text/raw-document.ts'
import type { ChosenFile, Platform } from '../services/platform.ts'
import { writeFileSafely } from '../services/write-file-safely.ts'
import { printToPdf } from './print-to-pdf.ts'

/** Pasted text has no file; web pages go by two more endings; an archive holds several files. */
const READABLE = [...FORMATS.filter((format) => format !== 'clipboard'), 'htm', 'mhtml', 'zip']
const DOCUMENTS: FileFilter[] = [
  { name: '规划和报告', extensions: READABLE },
  { name: '所有文件', extensions: ['*'] },
]
const KINDS: Readonly<Record<string, string>> = {
  docx: 'Word 文档',
  html: '网页',
  json: 'JSON 数据',
  pdf: 'PDF 文档',
  xlsx: 'Excel 表格',
}

async function chosen(path: string): Promise<ChosenFile> {
  const { size } = await stat(path)
  return { name: basename(path), size, read: () => readFile(path) }
}

function filtersFor(name: string): FileFilter[] {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  return [{ name: KINDS[extension] ?? '文件', extensions: [extension] }]
}

/** Dialogs belong to the window, so that they cannot be lost behind it. */
function parentWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().find((each) => each.isVisible())
  if (window === undefined) throw new Error('a dialog needs a window')
  return window
}

/** The platform on a desktop: native dialogs, and files go where the user says. */
export function createElectronPlatform(): Platform {
  return {
    shell: 'electron',
    async openFiles() {
      const { canceled, filePaths } = await dialog.showOpenDialog(parentWindow(), {
        title: '导入文件',
        properties: ['openFile', 'multiSelections'],
        filters: DOCUMENTS,
      })
      return canceled ? [] : Promise.all(filePaths.map(chosen))
    },
    async saveFile(suggestedName, bytes) {
      const { canceled, filePath } = await dialog.showSaveDialog(parentWindow(), {
        title: '导出',
        defaultPath: `${app.getPath('documents')}/${suggestedName}`,
        filters: filtersFor(suggestedName),
      })
      if (canceled || filePath === '') return { status: 'cancelled' }
      await writeFileSafely(filePath, bytes)
      return { status: 'saved', name: basename(filePath), where: filePath }
    },
    printToPdf,
    notify(event, payload) {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(event, payload)
    },
  }
}
