import { HttpException } from '@nestjs/common';
import {
  databaseErrorOf,
  problemOfConstraint,
  refusalOfConstraint,
} from '../database/refusal-of-constraint.js';
import { Refused } from '../law/refused.js';
import { Problem } from './problem.js';
import type { ProblemCode } from './problems.js';

/** What the caller is told about whatever was thrown: a refusal, a problem, and `internal` for what nobody foresaw. */
export function problemOfError(error: unknown): Problem | Refused {
  if (error instanceof Problem || error instanceof Refused) return error;
  const refused = refusalOfConstraint(error);
  if (refused) return refused;
  const code =
    problemOfConstraint(error) ?? codeOfStatus(statusOf(error)) ?? codeOfDatabase(error) ?? 'internal';
  return new Problem(code, {}, error);
}

const codesOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  412: 'stale',
  413: 'too-large',
  415: 'unsupported-media-type',
  428: 'precondition-required',
  429: 'too-many-requests',
  503: 'database-unavailable',
};

function codeOfStatus(status: number): ProblemCode | null {
  return codesOfStatus[status] ?? (status >= 400 && status < 500 ? 'malformed' : null);
}

/** Nest throws HttpException; what Express and its parsers throw carries a status and a leave to show it. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || Reflect.get(error, 'expose') !== true) return 0;
  return Number(Reflect.get(error, 'statusCode'));
}

/** Connection lost or refused, server starting or stopping, too busy, a deadlock or a lock that was not given in time. */
const unavailable =
  /^(08...|53...|57P0[1-5]|57014|40001|40P01|55P03|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND)$/;

/** pg and TypeORM say so without a code when the connection itself is gone. */
const disconnected =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after calling end|Driver not Connected|Cannot execute operation on .* connection)/;

/** Text or numbers that PostgreSQL cannot hold: NUL, broken encoding, out of range. */
const unstorable = new Set(['22P05', '22021', '22003', '22007', '22008']);

function codeOfDatabase(error: unknown): ProblemCode | null {
  const { code } = databaseErrorOf(error);
  if (code && unavailable.test(code)) return 'database-unavailable';
  if (code && unstorable.has(code)) return 'invalid';
  return error instanceof Error && disconnected.test(error.message) ? 'database-unavailable' : null;
}
