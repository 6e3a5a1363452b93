/** The same numbers for the same seed (xorshift). */
export class Dice {
  private state: number;

  constructor(readonly seed: number) {
    this.state = (seed * 2_654_435_761) | 1;
  }

  below(count: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % count;
  }

  of<Each>(list: readonly Each[]): Each {
    if (list.length === 0) throw new Error('nothing to choose from');
    return list[this.below(list.length)] as Each;
  }
}
