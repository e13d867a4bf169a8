import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf, type Problem } from '../state/problem.ts';
import { Button } from './Button.tsx';
import css from './ErrorInPlace.module.css';

type Props = {
  /** What was thrown, or the problem itself. */
  readonly thrown?: unknown;
  readonly problem?: Problem;
  /** What was being done: "These numbers could not be read." */
  readonly what?: string;
  readonly again?: () => void;
};

/** Beside what failed: what happened, what to do; the technical detail is folded. */
export const ErrorInPlace = ({ thrown, problem = problemOf(thrown), what, again }: Props) => (
  <div className={css.error} role="alert">
    <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
    <div>
      <p>
        <b>{what ?? problem.text}</b> {what && problem.text} {problem.todo}
      </p>
      <details>
        <summary>Technical detail</summary>
        <code>
          {problem.code}
          {problem.detail !== undefined && `: ${typeof problem.detail === 'string' ? problem.detail : JSON.stringify(problem.detail)}`}
        </code>
      </details>
    </div>
    {again && (
      <Button size="small" onPress={again}>
        Try again
      </Button>
    )}
  </div>
);
