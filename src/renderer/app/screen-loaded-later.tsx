import { type ComponentType, lazy, useState } from 'react'

/**
 * A screen whose code is a file of its own. Like `lazy`, to be drawn inside a Suspense; but once `prepare` is done it is drawn
 * at once, where React holds back whatever comes out of a Suspense for 300 ms after its fallback was shown.
 */
export function screenLoadedLater<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null
  const prepare = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Later = lazy(prepare)
  function ScreenLoadedLater(props: Props) {
    // What was begun with stays: another component in its place would begin again.
    const [Screen] = useState<ComponentType<Props>>(() => loaded ?? Later)
    return <Screen {...props} />
  }
  return { Screen: ScreenLoadedLater, prepare }
}
