/**
 * On damaged files pdf.js leaves promises behind that nobody waits for. When one of them is rejected, Node would end the
 * process. While `work` runs, and until what it left behind has come in, such rejections are dropped; all others go their usual way.
 */
export async function withoutLooseRejections<T>(work: () => Promise<T>): Promise<T> {
  const listen = (reason: unknown) => {
    if (!isFromPdfJs(reason)) throw reason
  }
  process.on('unhandledRejection', listen)
  try {
    return await work()
  } finally {
    // Rejections are reported after the microtasks of the turn they fall in.
    setTimeout(() => process.off('unhandledRejection', listen), LINGER).unref()
  }
}

const LINGER = 1000

function isFromPdfJs(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  return reason.name.endsWith('Exception') || reason.stack?.includes('pdfjs-dist') === true
}
