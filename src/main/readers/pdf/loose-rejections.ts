/** How long what a reading left behind may take to come in. */
const LINGER = 1000

/** Readings that run or linger. One listener serves them all. */
let waiting = 0

/**
 * On damaged files pdf.js leaves promises behind that nobody waits for. When one of them is rejected, Node would end the
 * process. While `work` runs, and until what it left behind has come in, such rejections are dropped; all others go their usual way.
 */
export async function withoutLooseRejections<T>(work: () => Promise<T>): Promise<T> {
  waiting += 1
  if (waiting === 1) process.on('unhandledRejection', listen)
  try {
    return await work()
  } finally {
    setTimeout(() => {
      waiting -= 1
      if (waiting === 0) process.off('unhandledRejection', listen)
    }, LINGER).unref()
  }
}

function listen(reason: unknown): void {
  if (!isFromPdfJs(reason)) throw reason
}

function isFromPdfJs(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  return reason.name.endsWith('Exception') || reason.stack?.includes('pdfjs-dist') === true
}
