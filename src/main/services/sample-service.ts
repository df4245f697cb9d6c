import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Handlers } from '../../shared/contract/contract.ts'
import { documentFields, versionFields } from '../../shared/contract/schemas.ts'
import { prepareVersion } from './add-version.ts'
import type { Context } from './context.ts'
import { mediaTypeOf } from './media-types.ts'
import { setVersionRemoved } from './replan.ts'
import { resourcePath } from './resource-path.ts'
import { WHOLE_SOURCE } from './tasks/tasks.ts'

const place = z.object({ document: z.string(), version: z.string() })
const year = z.int()

/** The form of resources/samples/samples.json. A version's file name is its key. */
const sampleList = z.object({
  documents: z.array(
    documentFields.omit({ periodFrom: true, periodTo: true }).extend({
      id: z.string(),
      period: z.object({ from: year, to: year }),
      versions: z.array(versionFields.extend({ file: z.string() })),
    }),
  ),
  firstComparison: z.object({ left: place, right: place }),
})
type SampleDocument = z.output<typeof sampleList>['documents'][number]
type SampleVersion = SampleDocument['versions'][number]

/** The same id for the same sample in every library: a UUID of version 8 (RFC 9562) over its name. */
function sampleId(name: string): string {
  const hex = createHash('sha256').update(`duigao sample ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const versionIdOf = (at: z.output<typeof place>) => sampleId(`${at.document}/${at.version}`)

/** Adds one sample as an import would; one that is there stays as it is, one that was removed comes back. */
async function addVersion(context: Context, sample: SampleDocument, version: SampleVersion) {
  const { library } = context
  const id = sampleId(`${sample.id}/${version.file}`)
  const documentId = sampleId(sample.id)
  const existing = await library.documents.get(documentId)
  if (existing?.removed) await library.documents.setRemoved(documentId, false, context.now())
  const present = await library.versions.get(id)
  if (present?.removed) await setVersionRemoved(context, present, false)
  if (present) return
  const bytes = await readFile(resourcePath('samples', version.file))
  const { reading } = await context.tasks.run('read', {
    key: id,
    file: version.file,
    source: { type: 'file', bytes },
    choice: WHOLE_SOURCE,
  })
  const { text, blocks, log, warnings, source } = reading
  const { title, kind, region, level, period } = sample
  const document = { title, kind, region, level, periodFrom: period.from, periodTo: period.to }
  const { stage, date, author, note } = version
  const { sha256, format } = source
  const prepared = await prepareVersion(context, {
    id,
    documentId,
    document,
    fields: { stage, date, author, note },
    text,
    blocks,
    source: {
      id: context.newId(),
      file: version.file,
      format,
      mediaType: mediaTypeOf(format),
      sha256,
      content: bytes,
      disabled: [],
      log,
      warnings,
    },
    basedOn: null,
    truncated: warnings.some((warning) => warning.code === 'truncated'),
  })
  await library.versions.add({ ...prepared, newDocument: existing ? null : document })
}

async function openSamples(context: Context) {
  const json: unknown = JSON.parse(await readFile(resourcePath('samples', 'samples.json'), 'utf8'))
  const { documents, firstComparison } = sampleList.parse(json)
  const all = documents.flatMap((sample) => sample.versions.map((version) => ({ sample, version })))
  for (const [done, { sample, version }] of all.entries()) {
    context.platform.notify('progress', { task: 'samples', done, total: all.length, label: sample.title })
    await addVersion(context, sample, version)
  }
  context.platform.notify('progress', { task: 'samples', done: all.length, total: all.length, label: '' })
  context.changed()
  return { leftVersionId: versionIdOf(firstComparison.left), rightVersionId: versionIdOf(firstComparison.right) }
}

/** The sample library, opened as ordinary documents beside whatever is there. Opening it again changes nothing. */
export function sampleService(context: Context): Pick<Handlers, 'library:open-samples'> {
  return { 'library:open-samples': () => context.serially(() => openSamples(context)) }
}
