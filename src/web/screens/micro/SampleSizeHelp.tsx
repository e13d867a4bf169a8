import type { SegmentId } from '../../../kernel/ids.ts';
import { Note } from '../../components/Note.tsx';
import { useFacts } from '../../state/facts.ts';

type Props = {
  /** Shares in (0, 1). */
  readonly scale: number;
  readonly abort: number;
  readonly error: number;
  readonly minimum: number;
  readonly better: 'more' | 'less';
  readonly segment: SegmentId | null;
  readonly channel: string;
};

/** How many cases it takes to tell the two thresholds apart, and whether the audience has that many. */
export const SampleSizeHelp = ({ scale, abort, error, minimum, better, segment, channel }: Props) => {
  const apart = better === 'more' ? scale > abort : scale < abort;
  const fine = apart && Math.min(scale, abort) > 0 && Math.max(scale, abort) < 1 && error > 0 && error < 0.5;
  const wish = {
    scale,
    abort,
    error,
    minimum: Math.min(100_000, Math.max(1, minimum)),
    better,
    power: 0.8,
    variants: 2,
    of: 'touch' as const,
    channel,
  };
  const { data } = useFacts('sample-size', segment ? { ...wish, segment } : wish, fine);
  if (!fine) return <p className="sm mut">Thresholds that differ let us say how many cases are needed.</p>;
  if (!data) return <p className="sm mut">Counting how many are needed …</p>;
  return (
    <Note kind={data.fits === false ? 'risk' : 'plain'}>
      {data.sentences.map((sentence) => (
        <p key={sentence} className="sm">
          {sentence}
        </p>
      ))}
    </Note>
  );
};
