/** Says refusals in words, wherever this is imported. */
import { refusalWords } from '../../views/words/refusals.ts';
import { sayRefusals } from './refusal.ts';

sayRefusals(refusalWords);
