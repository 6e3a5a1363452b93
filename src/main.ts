// Said before anything newer is loaded: an older Node would stop at the first thing it does not know.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Fullmakt needs Node 24 and this is ${process.versions.node}: start it with npm start, which brings its own.`,
  );
  process.exit(1);
}
const { start } = await import('./start.js');
await start(process.env);
