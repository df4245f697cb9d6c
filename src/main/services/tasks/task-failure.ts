/** Why a task did not end by itself. `no-worker`: threads cannot be started here at all. */
export type FailureReason = 'timeout' | 'memory' | 'crashed' | 'cancelled' | 'no-worker'

/** The thread's own account of a task that did not come to its end; what it means to the user is for `taskError`. */
export class TaskFailure extends Error {
  readonly reason: FailureReason

  constructor(reason: FailureReason, cause?: unknown) {
    super(`task ${reason}`, cause === undefined ? undefined : { cause })
    this.name = 'TaskFailure'
    this.reason = reason
  }
}
