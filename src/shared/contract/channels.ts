/** The names of all that crosses a process border. The preload imports this file alone, so it must stay free of zod. */
export const CHANNELS = [
  'app:info',
  'files:choose',
  'files:add',
  'files:unpack',
  'library:list',
  'library:update-document',
  'library:update-version',
  'library:remove',
  'library:restore',
  'library:version-text',
  'library:open-samples',
  'import:paste',
  'import:cancel',
  'import:reclean',
  'import:save',
  'import:discard',
  'draft:open',
  'draft:save',
  'draft:seal',
  'draft:discard',
  'review:open',
  'review:decide',
  'review:withdraw',
  'review:annotate',
  'review:update-annotation',
  'review:remove-annotation',
  'search:find',
  'export:save',
  'lexicon:get',
  'settings:get',
  'settings:set',
] as const
export type Channel = (typeof CHANNELS)[number]

/** What main tells the renderer without being asked. */
export const EVENTS = ['library-changed', 'menu-command', 'progress', 'download-ready'] as const
export type EventName = (typeof EVENTS)[number]
