import { Dropdown, type DropdownProps } from 'antd'
import { useRef } from 'react'

/**
 * A menu under its button, for the keyboard too: it takes the focus when it opens, and gives it back to the button when something
 * was chosen.
 */
export function Menu({ children, ...props }: Omit<DropdownProps, 'trigger' | 'autoFocus' | 'onOpenChange'>) {
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Dropdown
      {...props}
      autoFocus
      trigger={['click']}
      onOpenChange={(open, { source }) => {
        if (open) opener.current = document.activeElement as HTMLElement | null
        // Once the key is done with: the same Enter would press the button.
        else if (source === 'menu') setTimeout(() => opener.current?.focus())
      }}
    >
      {children}
    </Dropdown>
  )
}
