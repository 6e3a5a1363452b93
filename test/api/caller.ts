import { startAlone, type TestApp } from '../support/app.js';
import type { Json } from '../support/client.js';
import { faultsOf, formSchemaOf, type Operation } from './contract.js';
import { formOf } from './forms.js';
import type { Call } from './recipes.js';
import { type Answer, portOf, send } from './wire.js';

/** The application without a limit on calls from one address: all of these suites come from one. */
export const startUnlimited = (): Promise<TestApp> =>
  startAlone({
    ThrottlerStorage: {
      increment: async () => ({ totalHits: 1, timeToExpire: 1, isBlocked: false, timeToBlockExpire: 0 }),
    },
  });

/** Calls operations and holds every answer against the contract: none may be off it, whatever was sent. */
export class Caller {
  private readonly port: number;

  constructor(testApp: TestApp) {
    this.port = portOf(testApp);
  }

  async call(operation: Operation, call: Call): Promise<Answer> {
    const { body } = call;
    if (formSchemaOf(operation)) {
      const { bytes, type } = formOf(call);
      return this.raw(operation, call, bytes, type);
    }
    return this.raw(operation, call, body === undefined ? undefined : JSON.stringify(body));
  }

  /** With the body's bytes as they are. */
  async raw(
    operation: Operation,
    call: Call,
    body?: string | Buffer,
    type = 'application/json',
  ): Promise<Answer> {
    const path = targetOf(operation, call);
    const headers = {
      ...(body !== undefined && type !== '' && { 'Content-Type': type }),
      ...call.by.headers,
      ...call.headers,
    };
    const answer = await send(this.port, { method: operation.method, path, headers, body });
    const faults = faultsOf(operation, answer);
    if (faults.length > 0) {
      const sent = `${operation.method} ${path} ${String(body ?? '').slice(0, 500)}`;
      throw new Error(
        `${operation.operationId}: ${faults.join('; ')}\n${sent}\n${answer.text.slice(0, 1000)}`,
      );
    }
    return answer;
  }
}

function targetOf({ path, parameters }: Operation, call: Call): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.path?.[name];
    if (value === undefined) throw new Error(`no ${name} for ${path} among ${parameters.length} parameters`);
    return encodeURIComponent(value.toWellFormed());
  });
  const query = Object.entries(call.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

/** The code of a problem; the status where there is none. */
export const outcomeOf = ({ status, body }: Answer): string =>
  status < 400 ? String(status) : `${status} ${(body as Json).code}`;
