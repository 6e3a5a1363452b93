import { outside } from './outside.js';

/** Connection strings: as the cluster's superuser, as the owner of the schema, and as the application. */
export interface DatabaseUrls {
  readonly admin: string;
  readonly owner: string;
  readonly app: string;
}

/** A migrated database of one's own; `template1` gives an empty one. */
export const createDatabase = async (template?: string): Promise<DatabaseUrls> =>
  (await outside.open('databases')).createDatabase(template);
