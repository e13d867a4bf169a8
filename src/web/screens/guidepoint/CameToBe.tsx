import type { Guidepoint } from '../../../domain/guidepoint/guidepoint.ts';
import { storyOf } from '../../../views/agree/story.ts';
import css from './CameToBe.module.css';
import { useTeller } from './use-teller.ts';

/** How it came to be, from the first draft to today. */
export const CameToBe = ({ guidepoint }: { readonly guidepoint: Guidepoint }) => {
  const steps = storyOf(useTeller(), guidepoint);
  return (
    <section className={css.story} aria-labelledby="story">
      <h2 id="story">How it came to be</h2>
      <ol>
        {steps.map((s) => (
          <li key={`${s.on}${s.title}${s.text}`}>
            <b>{s.title}</b>
            {s.text}
            {s.quote && <span className="agreed">“{s.quote}”</span>}
          </li>
        ))}
      </ol>
    </section>
  );
};
