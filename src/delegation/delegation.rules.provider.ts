import { Injectable } from '@nestjs/common';
import { refusalsToAccept, refusalsToDelegate, warningsTo } from './delegation.rules.js';

/** The rules as the service asks them. Tests put an indifferent one in its place to see the schema refuse alone. */
@Injectable()
export class DelegationRules {
  readonly refusalsToDelegate = refusalsToDelegate;
  readonly refusalsToAccept = refusalsToAccept;
  readonly warningsTo = warningsTo;
}
