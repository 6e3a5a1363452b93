// Plain JavaScript on the built product: jest loads this file outside its own module system.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../dist/src/database/data-source.js';
import { startEmbedded } from '../../dist/src/database/embedded.js';

/** Nothing in a test outlives a power cut, so nothing waits for the disk. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum: 'off',
};

/** One throw-away server for the whole run, with a migrated template that each test file copies. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'fullmakt-test-'));
  cleanUpAfterUs(folder);
  const server = await startEmbedded({ dataDir: folder, settings });
  await migrate(server.ownerUrl, 'fullmakt_app');
  const urls = { admin: server.adminUrl, owner: server.ownerUrl, app: server.appUrl };
  writeFileSync(join(folder, 'cluster.json'), JSON.stringify(urls));
  process.env.FULLMAKT_TEST_CLUSTER = join(folder, 'cluster.json');
  globalThis.stopCluster = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** However this run ends, killed as well, its end of the pipe closes; then the server ends and the folder goes. */
function cleanUpAfterUs(folder) {
  const script = `cat >/dev/null
    pid=$(head -n 1 "$1/postgres/postmaster.pid" 2>/dev/null)
    [ -n "$pid" ] && kill -QUIT "$pid" && while kill -0 "$pid"; do sleep 0.1; done
    rm -rf "$1" "$1"-process-*`;
  const stdio = ['pipe', 'ignore', 'ignore'];
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', folder], { detached: true, stdio });
  watcher.stdin.unref();
  watcher.unref();
}
