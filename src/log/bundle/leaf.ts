import { apart } from '../platform.js';

/** What the tree holds of an entry: the fields of the leaf, as `entryOf` (src/log/entry.ts) writes them, but for its subjects. */
export interface Leaf {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly clinic: string;
  readonly actor: string;
  readonly type: string;
  /** Hexadecimal. */
  readonly payloadHash: string;
}

/** Null for what no entry of version 1 looks like. */
export const readLeaf = (text: string): Leaf | null => canonicalLeaf(text) ?? anyLeaf(text);

const fields = 'actor,at,clinic,payloadHash,seq,subjects,type,v';
const hashForm = /^[0-9a-f]{64}$/;

function anyLeaf(text: string): Leaf | null {
  const leaf = parsed(text);
  if (!leaf || Object.keys(leaf).sort().join() !== fields || leaf.v !== 1) return null;
  const { seq, at, clinic, actor, type, subjects, payloadHash } = leaf;
  const moment = typeof at === 'string' ? momentOf(at) : Number.NaN;
  if (Number.isNaN(moment) || !Number.isSafeInteger(seq) || !Array.isArray(subjects)) return null;
  if (typeof clinic !== 'string' || typeof actor !== 'string' || typeof type !== 'string') return null;
  if (typeof payloadHash !== 'string' || !hashForm.test(payloadHash)) return null;
  if (!subjects.every((id) => typeof id === 'string')) return null;
  return { seq: Number(seq), at: moment, clinic, actor, type, payloadHash };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** NaN also for a day that no calendar has: whether 31 February is read as another is up to who reads. */
function momentOf(at: string): number {
  const moment = at.length === 24 && at[10] === 'T' && at.endsWith('Z') ? Date.parse(at) : Number.NaN;
  return Number.isNaN(moment) || new Date(moment).toISOString() !== at ? Number.NaN : moment;
}

const idForm = /^[0-9a-f-]{36}$/;
const typeForm = /^[a-z-]+\.[a-z-]+$/;
const subjectsForm = /^["0-9a-f,-]*$/;
const end = '","v":1}';

/** In the form of RFC 8785 everything has its place, since ids, moments and hashes have one length each. */
function canonicalLeaf(text: string): Leaf | null {
  const inPlace =
    text.startsWith('{"actor":"') &&
    text.startsWith('","at":"', 46) &&
    text.startsWith('","clinic":"', 78) &&
    text.startsWith('","payloadHash":"', 126) &&
    text.startsWith('","seq":', 207) &&
    text.endsWith(end);
  if (!inPlace) return null;
  const numberEnd = text.indexOf(',"subjects":[', 215);
  const subjectsEnd = text.indexOf('],"type":"', numberEnd);
  if (numberEnd < 0 || subjectsEnd < 0) return null;
  const number = text.slice(215, numberEnd);
  const seq = Number(number);
  const at = momentIn(text, 54);
  const actor = kept(text.slice(10, 46), idForm);
  const clinic = sameClinic(text, 90);
  const type = kept(text.slice(subjectsEnd + 10, -end.length), typeForm);
  if (actor === null || clinic === null || type === null || Number.isNaN(at)) return null;
  if (!Number.isSafeInteger(seq) || String(seq) !== number) return null;
  if (!subjectsForm.test(text.slice(numberEnd + 13, subjectsEnd))) return null;
  return { seq, at, clinic, actor, type, payloadHash: text.slice(143, 207) };
}

let lastClinic = '';

/** One log is of one clinic: it is judged once. */
function sameClinic(text: string, at: number): string | null {
  if (lastClinic !== '' && text.startsWith(lastClinic, at)) return lastClinic;
  const clinic = kept(text.slice(at, at + 36), idForm);
  lastClinic = clinic ?? '';
  return clinic;
}

let lastDay = '';
let midnight = Number.NaN;

/** Most entries are of the same day as the one before them. NaN for what is no moment. */
function momentIn(text: string, at: number): number {
  if (lastDay === '' || !text.startsWith(lastDay, at)) {
    const day = text.slice(at, at + 11);
    midnight = momentOf(`${day}00:00:00.000Z`);
    lastDay = Number.isNaN(midnight) ? '' : apart(day);
  }
  const marks =
    text.startsWith(':', at + 13) && text.startsWith(':', at + 16) && text.startsWith('.', at + 19);
  if (!marks || !text.startsWith('Z', at + 23)) return Number.NaN;
  const [hour, minute] = [twoDigits(text, at + 11), twoDigits(text, at + 14)];
  const second = twoDigits(text, at + 17);
  const thousandth = digit(text, at + 20) * 100 + twoDigits(text, at + 21);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return midnight + hour * 3_600_000 + minute * 60_000 + second * 1000 + thousandth;
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

const twoDigits = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);

const known = new Map<string, string>();
const mostKnown = 100_000;

/** The same few ids and types come again and again: each is judged and kept once, apart from the text it stood in. */
function kept(part: string, form: RegExp): string | null {
  const found = known.get(part);
  if (found !== undefined) return found;
  if (!form.test(part)) return null;
  if (known.size === mostKnown) known.clear();
  const own = apart(part);
  known.set(own, own);
  return own;
}
