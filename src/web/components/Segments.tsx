import css from './Segments.module.css';

type Props<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly text: string }[];
  readonly onChoose: (value: V) => void;
};

/** Two to four ways to look at the same. */
export const Segments = <V extends string>({ label, value, choices, onChoose }: Props<V>) => (
  <div className={css.seg} role="group" aria-label={label}>
    {choices.map((choice) => (
      <button key={choice.value} type="button" aria-pressed={choice.value === value} onClick={() => onChoose(choice.value)}>
        {choice.text}
      </button>
    ))}
  </div>
);
