import { readFile } from 'node:fs/promises';

export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

let read: Promise<Fonts> | undefined;

/** The letters' own fonts, read once. */
export function fonts(): Promise<Fonts> {
  read ??= Promise.all([fileNamed('Roboto-Regular.ttf'), fileNamed('Roboto-Medium.ttf')]).then(
    ([regular, bold]) => ({ regular, bold }),
  );
  return read;
}

/** As they were put there by the build: beside the product, or under dist where it runs from its sources. */
async function fileNamed(name: string): Promise<Buffer> {
  const root = new URL('../../', import.meta.url);
  for (const path of ['dist/fonts/', 'fonts/']) {
    try {
      return await readFile(new URL(`${path}${name}`, root));
    } catch {}
  }
  throw new Error(`${name} has not been put into dist: npm run build`);
}
