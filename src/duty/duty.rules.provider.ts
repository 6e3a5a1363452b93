import { Injectable } from '@nestjs/common';
import { assign } from './duty.rules.js';

/** The rules as the service asks them. Tests put an indifferent one in its place to see the schema refuse alone. */
@Injectable()
export class DutyRules {
  readonly assign = assign;
}
