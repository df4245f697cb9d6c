import { run } from './run.ts'

// A reader that closed its end (`duigao … | head`) has all it wants: stop, without an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  directory: process.env.INIT_CWD ?? process.cwd(),
})
