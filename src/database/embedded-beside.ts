import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startEmbedded } from './embedded.js';
import { appRole, openCluster, ownerRole } from './embedded-cluster.js';
import { livingPostmaster } from './postmaster.js';
import { StartError } from './start-error.js';

/** The embedded database for a program that runs beside the product. */
export interface Beside {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Ends what was started for this; a server that somebody else runs goes on. */
  leave(): Promise<void>;
}

/** As it runs, or started for as long as it takes. StartError where the folder holds no database: none is made. */
export async function besideEmbedded(dataDir: string): Promise<Beside> {
  const folder = join(resolve(dataDir), 'postgres');
  await access(join(folder, 'PG_VERSION')).catch(() => {
    throw new StartError(`There is no database in ${resolve(dataDir)}: set DATA_DIR or DATABASE_URL.`);
  });
  const cluster = await openCluster(dataDir);
  const running = await livingPostmaster(cluster.folder);
  if (!running?.ready || running.port === undefined) {
    const embedded = await startEmbedded({ dataDir });
    return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, leave: () => embedded.stop() };
  }
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${running.port}/fullmakt`;
  const { owner, app } = cluster.passwords;
  return { ownerUrl: url(ownerRole, owner), appUrl: url(appRole, app), leave: () => Promise.resolve() };
}
