import { hexOf } from './platform.js';

/**
 * Points of the curve of small order, as they can be written, but for the sign in the highest bit.
 * Under such a key, or with such a point in it, a signature holds of texts that nobody signed. Newer libraries refuse them
 * and older ones do not: a verifier that runs on both must do it itself.
 */
const points: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** Of 32 bytes that write a point. */
export function isOfSmallOrder(point: Uint8Array): boolean {
  const unsigned = Uint8Array.from(point);
  unsigned[31] = (unsigned[31] ?? 0) & 0x7f;
  return points.has(hexOf(unsigned));
}
