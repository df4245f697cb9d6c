/** `npm run bench`: the speed of the comparison beside the engines others use. Arguments go to the bench. */
await import('./compare/peers.ts')
