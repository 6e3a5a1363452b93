import { bytesOfDigest, digest, digestOf, putDigest, room } from '../platform.js';
import { emptyRoot, type Hash } from '../tree.js';

const pair = room(65).fill(1);

function nodeDigest(left: string, right: string): string {
  putDigest(left, pair, 1);
  putDigest(right, pair, 33);
  return digest(pair);
}

/** The full subtrees a log consists of, left to right (RFC 6962 § 2.1): changed in place, for logs of millions. */
export class Peaks {
  private readonly digests: string[] = [];
  private leaves = 0;

  /** At most 2^53 − 1. */
  get size(): number {
    return this.leaves;
  }

  push(leaf: string): void {
    let top = leaf;
    for (let index = this.leaves; index % 2 === 1; index = (index - 1) / 2)
      top = nodeDigest(this.digests.pop() ?? '', top);
    this.digests.push(top);
    this.leaves += 1;
  }

  /** A full subtree of 2^level leaves; the size must be a multiple of that. */
  pushSubtree(hash: Hash, level: number): void {
    const width = 2 ** level;
    if (this.leaves % width !== 0)
      throw new RangeError(`no subtree of level ${level} begins at ${this.leaves}`);
    let top = digestOf(hash);
    for (let index = this.leaves / width; index % 2 === 1; index = (index - 1) / 2)
      top = nodeDigest(this.digests.pop() ?? '', top);
    this.digests.push(top);
    this.leaves += width;
  }

  root(): Hash {
    if (this.digests.length === 0) return emptyRoot();
    const top = this.digests.reduceRight((right, left) => nodeDigest(left, right));
    return bytesOfDigest(top);
  }
}
