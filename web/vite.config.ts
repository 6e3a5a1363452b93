import { defineConfig, type Plugin } from 'vite';

/** Most read bokmål: its texts are fetched beside the scripts, and not after them. */
const textsBesideScripts: Plugin = {
  name: 'texts-beside-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && file.name === 'nb')
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', href: `/${fileName}`, crossorigin: true },
          injectTo: 'head' as const,
        })),
  },
};

/** Nothing is inlined and nothing comes from elsewhere: the pages run under a policy that allows files of our own only. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [textsBesideScripts],
  oxc: { jsx: { runtime: 'automatic' } },
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
      // What every page starts with is one file: forty small ones would wait for one another on a slow line.
      output: {
        codeSplitting: {
          groups: [{ name: 'start', tags: ['$initial'], test: /(?<!index\.html|main\.tsx)$/ }],
        },
      },
      onLog: (level, log, tell) => {
        // Components say "use client" for servers that render; we have none.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
});
