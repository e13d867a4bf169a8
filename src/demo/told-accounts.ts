/** The accounts whose deals are told by hand (told.ts): what is not said here is drawn like any other's. */
import type { Market, Sector } from './channels.ts';

export type ToldAccount = {
  readonly name: string;
  readonly market: Market;
  readonly sector: Sector;
  readonly employees: number;
  readonly people: readonly (readonly [name: string, title: string])[];
};

export const TOLD_BY_NUMBER: Readonly<Record<number, ToldAccount>> = {
  1: {
    name: 'Van Dalen Cold Chain',
    market: 'Netherlands',
    sector: 'Food and drink',
    employees: 420,
    people: [
      ['Femke de Wit', 'Head of warehouse'],
      ['Karel Smits', 'IT'],
      ['Ruben Aalders', 'Finance'],
    ],
  },
  2: {
    name: 'Fjordgros',
    market: 'Nordics',
    sector: 'Retail and wholesale',
    employees: 210,
    people: [
      ['Signe Rydmark', 'Plant manager'],
      ['Nils Moen', 'Logistics manager'],
    ],
  },
  3: {
    name: 'Osterkamp Baustoffe',
    market: 'Germany',
    sector: 'Building materials',
    employees: 640,
    people: [
      ['Maike Rohwer', 'Logistics manager'],
      ['Dirk Grauert', 'Head of warehouse'],
      ['Lutz Ebersohn', 'Purchasing'],
      ['Elke Opitz', 'Finance'],
    ],
  },
  4: {
    name: 'Kornhaus Mühlen',
    market: 'Germany',
    sector: 'Food and drink',
    employees: 510,
    people: [
      ['Petra Amsler', 'Supply chain director'],
      ['Ulrich Roth', 'Head of warehouse'],
    ],
  },
};
