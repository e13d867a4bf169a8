/** The schemas of both files, step by step. A released step stays as it is; a change is a further step. */
import { readFileSync } from 'node:fs';
import type { Schema } from './sqlite.ts';

const step = (name: string): string => readFileSync(new URL(`./schema/${name}.sql`, import.meta.url), 'utf8');

/** `company.db`: the journal and the rows of one company. */
export const COMPANY: Schema = {
  mark: 0x4c_53_43_31,
  holds: "a company's journal",
  steps: [
    step('company.1'),
    step('company.2'),
    step('company.3'),
    step('company.4'),
    step('company.5'),
    step('company.6'),
    step('company.7'),
    step('company.8'),
  ],
};

/** `lockstep.db`: sign-ins and what belongs to them. */
export const HOUSE: Schema = { mark: 0x4c_53_48_31, holds: 'a house of Lockstep', steps: [step('house.1')] };
