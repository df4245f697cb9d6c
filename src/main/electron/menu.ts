import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayload } from '../../shared/contract/contract.ts'

/** An entry that sends its id to the page, which knows the command by the same id. */
function command(id: string, label: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => {
      const payload: EventPayload<'menu-command'> = { command: id }
      if (window instanceof BrowserWindow) window.webContents.send('menu-command', payload)
    },
  }
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

function template(): MenuItemConstructorOptions[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        command('import.files', '导入文件…', 'CmdOrCtrl+O'),
        command('import.paste', '粘贴为新文件…', 'CmdOrCtrl+Shift+V'),
        separator,
        command('app.settings', '设置', 'CmdOrCtrl+,'),
        separator,
        { role: 'quit', label: '退出' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        separator,
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '查看(&V)',
      submenu: [
        command('app.library', '文库', 'CmdOrCtrl+1'),
        command('app.compare', '比对', 'CmdOrCtrl+2'),
        command('app.palette', '命令和文件…', 'CmdOrCtrl+K'),
        separator,
        command('settings.theme.light', '浅色'),
        command('settings.theme.dark', '深色'),
        command('settings.theme.high-contrast', '高对比度'),
        separator,
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '原始大小' },
        { role: 'togglefullscreen', label: '全屏' },
        ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools', label: '开发者工具' } as const]),
      ],
    },
    {
      label: '比对(&C)',
      submenu: [
        command('compare.next-change', '下一处改动', 'F7'),
        command('compare.previous-change', '上一处改动', 'Shift+F7'),
        command('compare.next-target', '下一处指标变动', 'F8'),
        command('compare.previous-target', '上一处指标变动', 'Shift+F8'),
        separator,
        command('compare.confirm', '确认处理意见，到下一处', 'CmdOrCtrl+Enter'),
        command('compare.take-baseline', '取底本文字', 'Alt+Right'),
        command('compare.annotate', '加批注', 'CmdOrCtrl+Alt+M'),
      ],
    },
  ]
}

export function installMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()))
}
