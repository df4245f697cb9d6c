import { Component, type ReactNode } from 'react'
import { i18n } from '../lib/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/toasts.tsx'
import { useNavigation } from './navigation.ts'

interface State {
  readonly error: Error | null
}

/** Holds what one screen breaks: the others, and what is in the library, stay usable. Shows no stack. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    return (
      <main className="crash" role="alert">
        <h1>{i18n.t('common:crash.title')}</h1>
        <p>{i18n.t('common:crash.body')}</p>
        <pre>{error.message}</pre>
        <div>
          <Button look="primary" onClick={() => this.setState({ error: null })}>
            {i18n.t('common:crash.again')}
          </Button>
          <Button
            onClick={() => {
              this.setState({ error: null })
              useNavigation.getState().open({ name: 'library' })
            }}
          >
            {i18n.t('common:crash.toLibrary')}
          </Button>
          <CopyButton text={`${i18n.t('common:crash.title')}\n${error.message}`} size="normal" />
        </div>
      </main>
    )
  }
}
