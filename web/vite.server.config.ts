import { type BuildEnvironmentOptions, defineConfig } from 'vite';

export const jsx = { runtime: 'automatic' } as const;

type OnLog = NonNullable<NonNullable<BuildEnvironmentOptions['rolldownOptions']>['onLog']>;

/** Components say "use client" for bundlers that tell the two apart; both of ours have everything. */
export const onLog: OnLog = (level, log, tell) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
};

/** What makes the first page on the server: one file that needs no other, for the product itself depends on no library of the screens. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx },
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: {
    ssr: 'server.tsx',
    outDir: '../dist/web-server',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node24',
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'server.js' }, onLog },
  },
});
