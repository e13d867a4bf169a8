/**
 * Frame of a micro-campaign: what its criteria were frozen with. From freezing on nobody changes its dates, budget, channel,
 * name or key; with other ones a new campaign is planned, and this one is dropped before its start or ended by its verdict.
 * Whoever changes them while they wait to be frozen takes them out of the second person's hands: they are put forward again.
 *
 * What it is known as in the data decides which cases are counted. After the start a name under which late data came may be
 * added, and only such a name may be taken away again: each is kept here and stands on the verdict page, beside the count.
 */
import type { CampaignId, PersonId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Instant } from '../../kernel/zone.ts';
import { isFrozen, overtaken, type Micro, type NameChange } from './micro.ts';

type Framed = { readonly id: CampaignId; readonly micro: Micro | null };
type Part = 'dates' | 'budget' | 'channel' | 'name' | 'other names';
export type FrameRefusal = { readonly code: 'frame-frozen'; readonly campaign: CampaignId; readonly what: Part };

/** Criteria are not frozen yet, so this part of the frame may still change. */
export const frameOpen = (c: Framed, what: Part): Result<null, FrameRefusal> =>
  isFrozen(c.micro) ? refuse({ code: 'frame-frozen', campaign: c.id, what }) : ok(null);

/** Another name may come to mean it: before the freezing, or after the start, where it is kept as a correction. */
export const mayBeKnownAs = (c: Framed): Result<null, FrameRefusal> => (c.micro?.started ? ok(null) : frameOpen(c, 'other names'));

/** The aliases that were added after the start and still count. */
export const namedSince = <N extends Pick<NameChange, 'did' | 'alias'>>({ renamed }: { readonly renamed: readonly N[] }): readonly N[] =>
  [...new Map(renamed.map((change) => [change.alias, change])).values()].filter(({ did }) => did === 'added');

/** A name may cease to mean it: before the freezing, or where it was added after the start. */
export const mayBeUnknownAs = (c: Framed, alias: string): Result<null, FrameRefusal> =>
  c.micro && namedSince(c.micro).some((change) => change.alias === alias) ? ok(null) : frameOpen(c, 'other names');

/** The frame is another one than the criteria were put forward with. */
export const reframed = <C extends Framed>(c: C): C => (c.micro ? { ...c, micro: overtaken(c.micro) } : c);

/** A change of names: before the freezing of the frame, after the start one that leaves its trace. */
export const withNameChange = <C extends Framed>(
  c: C,
  did: NameChange['did'],
  alias: string,
  { by, at }: { readonly by: PersonId; readonly at: Instant },
): C => (c.micro?.started ? { ...c, micro: { ...c.micro, renamed: [...c.micro.renamed, { did, alias, by, at }] } } : reframed(c));
