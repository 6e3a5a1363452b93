import { defineConfig, type Plugin } from 'vite';
import { withoutUnused } from './unused-styles.ts';
import { jsx, onLog } from './vite.server.config.ts';

/** What every page needs besides the first script: fetched beside it, and run in this order; most read bokmål. */
const besideFirst = ['rolldown-runtime', 'react', 'libraries', 'components', 'look', 'app', 'nb', 'start'];

/** What the pages look like that are made on the server: one file, for on a slow line a second one is waited for as long as the first. */
const look =
  /\/(ds-css|source-sans-3|web\/(app|theme|ui|routes\/(log|matrix|members|overview|responsibilities|delegations\/(new|redelegation))))\/[^?]*\.css/;

const fetchedBeside: Plugin = {
  name: 'fetched-beside',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const needed = besideFirst.flatMap((name) => chunks.filter((chunk) => chunk.name === name));
      const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      const fonts = Object.keys(bundle ?? {}).filter((file) => file.includes('sans-3-latin-wght-normal'));
      return [
        ...styles.map((file) => link('stylesheet', file)),
        // Asked for beside the styles that name it; those of other alphabets come where there are such letters.
        ...fonts.map((file) => link('preload', file)),
        ...needed.map(({ fileName }) => link('modulepreload', fileName)),
      ];
    },
  },
};

const link = (rel: string, file: string) => ({
  tag: 'link',
  attrs: { rel, ...(rel === 'preload' && { as: 'font' }), crossorigin: true, href: `/${file}` },
  injectTo: 'head' as const,
});

/** Nothing is inlined and nothing comes from elsewhere: the pages run under a policy that allows files of our own only. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [withoutUnused(), fetchedBeside],
  oxc: { jsx },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What counts is what is sent, compressed: a test holds that to 200 kB.
    chunkSizeWarningLimit: 700,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: { index: 'web/index.html', start: 'web/start.tsx' },
      // What every page starts with is a few files: forty small ones would wait for one another on a slow line.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              tags: ['$initial'],
              test: /node_modules\/(react|react-dom|scheduler)\/.*js$/,
              priority: 5,
            },
            { name: 'components', tags: ['$initial'], test: /node_modules\/@navikt\/.*js$/, priority: 4 },
            { name: 'libraries', tags: ['$initial'], test: /node_modules\/.*js$/, priority: 4 },
            { name: 'look', test: look, priority: 4 },
            {
              name: 'app',
              tags: ['$initial'],
              test: /\/web\/(?!index\.html|main\.ts|start\.tsx)|vite\/preload-helper/,
              priority: 3,
            },
            // What many screens share, so that each of them is a few files, too.
            {
              name: 'fields',
              test: /\/web\/ui\/Day(Field|Search)|node_modules\/@navikt\/ds-react\/.*\/form\//,
              priority: 2,
            },
            {
              name: 'pieces',
              test: /\/web\/(ui\/(Answered|EmptyState|Facts|More|\w+Picker|choices|pages)|routes\/delegations\/(occupations|queries))\./,
              priority: 1,
            },
            {
              name: 'signs',
              test: /\/aksel-icons\/.*\/(Checkmark|Download|HourglassTopFilled|Minus|PrinterSmall)\.js/,
            },
          ],
        },
      },
      onLog,
    },
  },
});
