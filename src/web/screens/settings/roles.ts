/** Roles in words. */
import type { Role } from '../../../domain/company/company.ts';

export const ROLE: { readonly [R in Role]: { readonly name: string; readonly may: string } } = {
  owner: { name: 'Owner', may: 'everything, people and settings included' },
  marketer: { name: 'Marketer', may: 'plan, order, load files and decide' },
  stakeholder: { name: 'Stakeholder', may: 'sign for a seat, check in values, see everything agreed' },
  viewer: { name: 'Viewer', may: 'look, but not at budgets, requests or reasons' },
};
