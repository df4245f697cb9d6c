import { Select as AntdSelect, type SelectProps } from 'antd'
import { Icon } from './icon.tsx'

/** antd's select with the kit's symbols. */
export function Select<Value>(props: SelectProps<Value>) {
  return (
    <AntdSelect<Value>
      suffixIcon={<Icon name="down" />}
      {...props}
      {...(props.allowClear ? { allowClear: { clearIcon: <Icon name="cross" small /> } } : {})}
      className={['select', props.className].filter(Boolean).join(' ')}
    />
  )
}
