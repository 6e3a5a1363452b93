import type { OccupationCode } from '../law/occupations.js';
import type { CatalogueEntitlement } from './catalogue.types.js';

export const mayDelegate = (...occupations: readonly OccupationCode[]): CatalogueEntitlement[] =>
  occupations.map((occupation) => ({ occupation, mayDelegate: true }));

export const mayNotDelegate = (...occupations: readonly OccupationCode[]): CatalogueEntitlement[] =>
  occupations.map((occupation) => ({ occupation, mayDelegate: false }));
