import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The fonts of the letters, which are embedded in each: Roboto (Apache 2.0) as pdfmake brings it, for it covers
 * every Latin alphabet in Norwegian names, the Sámi ones too. Nothing else of pdfmake is used, and nothing of it when the product runs.
 */
const fonts = {
  'Roboto-Regular.ttf': import.meta.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'),
  'Roboto-Medium.ttf': import.meta.resolve('pdfmake/fonts/Roboto/Roboto-Medium.ttf'),
};

mkdirSync('dist/fonts', { recursive: true });
for (const [name, url] of Object.entries(fonts)) copyFileSync(fileURLToPath(url), `dist/fonts/${name}`);
