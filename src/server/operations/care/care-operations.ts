/** Operations of care: is everything sound, copies, what leaves the house. */
import type { Operations } from '../operation.ts';
import { backup } from './backup.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { exportAll } from './export.ts';
import { password } from './password.ts';
import { restore } from './restore.ts';

export const careOperations = { demo, doctor, backup, restore, password, export: exportAll } satisfies Partial<Operations>;
