import { Lines } from '../http/fields.js';

/** Names of levels, each once, from the lowest. */
export const Levels = (presence: { optional?: boolean } = {}): PropertyDecorator =>
  Lines(100, { min: 1, max: 20, distinct: true, ...presence });
