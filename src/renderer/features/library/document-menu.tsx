import { Dropdown } from 'antd'
import { useT } from '../../lib/i18n.ts'
import type { DocumentSummary } from '../../lib/library.ts'
import { IconButton } from '../../ui/button.tsx'
import { removeFromLibrary } from './library-actions.ts'

/** What is seldom done to a whole document. */
export function DocumentMenu({ document }: { readonly document: DocumentSummary }) {
  const t = useT()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [{ key: 'remove', danger: true, label: t('library:remove.document') }],
        onClick: () => void removeFromLibrary(document, null, t),
      }}
    >
      <IconButton icon="more" label={t('library:more.document')} />
    </Dropdown>
  )
}
