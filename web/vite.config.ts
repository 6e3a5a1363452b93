import { defineConfig, type Plugin } from 'vite';
import { jsx, onLog } from './vite.server.config.ts';

/** What every page needs besides the first script: fetched beside it, and run in this order; most read bokmål. */
const besideFirst = ['rolldown-runtime', 'react', 'libraries', 'components', 'start', 'nb'];

const fetchedBeside: Plugin = {
  name: 'fetched-beside',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
      const needed = besideFirst.flatMap((name) => chunks.filter((chunk) => chunk.name === name));
      const styles = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      return [
        ...styles.map((file) => link('stylesheet', file)),
        // The one that starts it all is run by the first script.
        ...needed.map(({ fileName, isEntry }) => link(isEntry ? 'preload' : 'modulepreload', fileName)),
      ];
    },
  },
};

const link = (rel: string, file: string) => ({
  tag: 'link',
  attrs: { rel, ...(rel === 'preload' && { as: 'script' }), crossorigin: true, href: `/${file}` },
  injectTo: 'head' as const,
});

/** Nothing is inlined and nothing comes from elsewhere: the pages run under a policy that allows files of our own only. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [fetchedBeside],
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
              priority: 3,
            },
            { name: 'components', tags: ['$initial'], test: /node_modules\/@navikt\/.*js$/, priority: 2 },
            { name: 'libraries', tags: ['$initial'], test: /node_modules\/.*js$/, priority: 1 },
            { name: 'start', tags: ['$initial'], test: /\/web\/(?!index\.html|main\.ts|start\.tsx|theme\/)/ },
            { name: 'fetching', test: /vite\/preload-helper/, priority: 4 },
          ],
        },
      },
      onLog,
    },
  },
});
