import pg from 'pg';
import { Tx } from './tx.js';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * One clinic as it is at this moment, for whoever runs a check beside the product: nothing can be written, nobody waits.
 * However long the reading takes, it sees the same moment.
 */
export async function snapshotOf<T>(
  applicationUrl: string,
  clinicId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: applicationUrl, max: 1, application_name: 'fullmakt-verify' });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`select set_config('app.clinic_id', $1, true)`, [clinicId]);
    const by = { clinicId, loginId: nobody, personId: null, roles: [], language: 'nb' as const };
    return await work(
      new Tx(client, by, Date.now(), () => {
        throw new Error('A snapshot makes nothing new.');
      }),
    );
  } finally {
    client.release(true);
    await pool.end();
  }
}

export interface ClinicFound {
  readonly id: string;
  readonly name: string;
}

/** Every clinic there is: only the owner of the schema is told. */
export async function clinicsOf(ownerUrl: string): Promise<ClinicFound[]> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'fullmakt-verify' });
  await owner.connect();
  try {
    const { rows } = await owner.query<ClinicFound>('select id, name from clinic order by created_at, id');
    return rows;
  } finally {
    await owner.end();
  }
}
