import type { TestApp } from '../support/app.js';
import { Caller, outcomeOf, startUnlimited } from './caller.js';
import { allOperations, bodyAllowed, bodySchemaOf, formSchemaOf, type Operation } from './contract.js';
import { received } from './forms.js';
import { type Position, positionsIn, withValue } from './positions.js';
import { type Call, recipes } from './recipes.js';
import { createStage, type Stage } from './stage.js';
import { type Answer, portOf } from './wire.js';

export const matrix = allOperations.map((operation) => [operation.operationId, operation] as const);
export const withForm = matrix.filter(([, operation]) => formSchemaOf(operation) !== undefined);
/** With fields that somebody fills in: a form may hold its file alone. */
export const withBody = matrix.filter(([, operation]) => bodySchemaOf(operation) !== undefined);
export const withJson = withBody.filter((each) => !withForm.includes(each));

/** A place in a body, and a valid call that holds it. */
export interface Target {
  readonly call: Call;
  readonly position: Position;
}

/** Several places in one call. */
export interface Places {
  readonly call: Call;
  readonly positions: readonly Position[];
}

/** An application and a clinic to send anything to; every answer is held against the contract. */
export class Fuzzing {
  private constructor(
    readonly testApp: TestApp,
    readonly stage: Stage,
    readonly caller: Caller,
  ) {}

  static async start(): Promise<Fuzzing> {
    const testApp = await startUnlimited();
    return new Fuzzing(testApp, await createStage(testApp), new Caller(testApp));
  }

  get port(): number {
    return portOf(this.testApp);
  }

  async callsOf(id: string): Promise<Call[]> {
    return (await recipes[id]?.(this.stage)) ?? [];
  }

  /** Every position of the body once, though several forms of the call may hold it. */
  async bodyTargets(id: string, operation: Operation): Promise<Target[]> {
    const all = (await this.callsOf(id)).flatMap((call) =>
      bodyPositions(operation, call).map((position) => ({ call, position })),
    );
    return all.filter(
      ({ position }, i) => all.findIndex((earlier) => isSame(earlier.position, position)) === i,
    );
  }

  /** A call made for this alone, so that nothing before it stands in the way. */
  async freshly(id: string, operation: Operation, position: Position, value: unknown): Promise<void> {
    const made = await this.callsOf(id);
    const call = made.find((call) => bodyPositions(operation, call).some((other) => isSame(other, position)));
    if (!call) throw new Error(`no call of ${id} holds ${position.pointer}`);
    await this.caller.call(operation, withValue(call, position, value));
  }

  /** Calls made for this alone, each with those of its positions that are wanted; without calls that have none. */
  async placesOf(
    id: string,
    operation: Operation,
    isWanted: (position: Position) => boolean,
  ): Promise<Places[]> {
    const all = (await this.callsOf(id)).map((call) => ({
      call,
      positions: bodyPositions(operation, call).filter(isWanted),
    }));
    return all.filter(({ positions }) => positions.length > 0);
  }

  /** With another value in each of the positions at once. */
  everywhere(
    operation: Operation,
    { call, positions }: Places,
    textOf: (position: Position) => unknown,
  ): Promise<Answer> {
    const changed = positions.reduce((made, position) => withValue(made, position, textOf(position)), call);
    return this.caller.call(operation, changed);
  }

  /** What the contract does not allow is refused by name; what it allows is answered as it says. */
  async expectJudged(operation: Operation, call: Call, position: Position, value: unknown): Promise<void> {
    const changed = withValue(call, position, value);
    const answer = await this.caller.call(operation, changed);
    if (bodyAllowed(operation, received(operation, changed))) return;
    // Without the field that tells two forms apart, the other form is asked for.
    const formLeft = value === undefined && bodySchemaOf(operation)?.oneOf !== undefined;
    const pointer = formLeft ? '' : position.pointer;
    expectNamed(answer, pointer, `${operation.operationId} ${shown(position.pointer, value)}`);
  }
}

const bodyPositions = (operation: Operation, call: Call): Position[] =>
  positionsIn(operation, call).filter(({ place }) => place === 'body' || place === 'file');

const isSame = (one: Position, other: Position): boolean =>
  one.pointer === other.pointer && one.schema === other.schema && typeof one.value === typeof other.value;

/** Whether one of the answer's errors points at the field, at what holds it, or at what it holds. */
export const isNamed = (answer: Answer, pointer: string): boolean =>
  ((answer.body?.errors ?? []) as { pointer: string }[]).some((error) =>
    related(inFull(error.pointer), inFull(pointer)),
  );

/** 400, with an error that points at the field, at what holds it, or at what it holds. */
export function expectNamed(answer: Answer, pointer: string, sent: string): void {
  const named = isNamed(answer, pointer);
  const told = answer.text.slice(0, 300);
  expect({ sent, outcome: outcomeOf(answer), named, told }).toEqual({
    sent,
    outcome: '400 invalid',
    named: true,
    told,
  });
}

/** One lineage link may be written without its list, and is told as the first of one. */
const inFull = (pointer: string): string => pointer.replace(/^\/lineageOf\/(?!\d)/, '/lineageOf/0/');

const related = (one: string, other: string): boolean =>
  one === other || (one !== '' && `${other}/`.startsWith(`${one}/`)) || `${one}/`.startsWith(`${other}/`);

export const shown = (pointer: string, value: unknown): string =>
  `${pointer} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 80)}`;
