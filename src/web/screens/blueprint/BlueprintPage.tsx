import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { IconGitBranch, IconHistory, IconPlus } from '@tabler/icons-react';
import { seatsOf } from '../../../domain/guidepoint/guidepoint.ts';
import { blueprintView } from '../../../views/plan/blueprint.ts';
import { list } from '../../../views/words/format.ts';
import { seatTitle } from '../../../views/words/names.ts';
import { Button } from '../../components/Button.tsx';
import { Empty } from '../../components/Empty.tsx';
import { Head } from '../../components/Head.tsx';
import { useActions } from '../../palette/actions.ts';
import { useNarrow } from '../../shell/use-narrow.ts';
import { useCompany } from '../../state/company.tsx';
import { useRule } from '../../state/rule.ts';
import { useSpend } from '../budget/use-spend.ts';
import { PriorityDialog } from '../work/PriorityDialog.tsx';
import { AgreedBy } from './AgreedBy.tsx';
import { BlueprintCalendar } from './BlueprintCalendar.tsx';
import css from './BlueprintPage.module.css';
import { DoesNotFit } from './DoesNotFit.tsx';
import { InThereforeOut } from './InThereforeOut.tsx';
import { MetersRow } from './MetersRow.tsx';
import { MoreRoom } from './MoreRoom.tsx';
import { NotDoingList } from './NotDoingList.tsx';
import { OpenChange } from './OpenChange.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { Pulled } from './Pulled.tsx';
import { QuarterNav } from './QuarterNav.tsx';
import { SignVersion } from './SignVersion.tsx';

type Doing = 'plan' | 'propose' | 'sign' | 'change' | null;

/** The Blueprint: the finding, the meters, who agreed, the calendar, and what is not done. */
export const BlueprintPage = ({ period }: { readonly period: string }) => {
  const { book, me, today, may } = useCompany();
  const narrow = useNarrow();
  const [search] = useSearchParams();
  const [doing, setDoing] = useState<Doing>((search.get('do') as Doing) ?? null);
  const spend = useSpend(period);
  const view = useMemo(() => blueprintView(book, period, today, spend), [book, period, today, spend]);
  const { state, version, change, moved, plan } = view;
  const seats = version?.seats ?? seatsWanted(book);
  const mine = state === 'waiting' ? version!.seats.filter((s) => !version!.signatures[s] && seatsOf(book, me).includes(s)) : [];
  const titles = list(mine.map((s) => seatTitle(book, s)));
  const proposeRule = useRule(state === 'agreed' ? [] : [{ type: 'blueprint/propose', period, after: version?.n ?? 0, seats }]);
  const signRule = useRule(mine.map((seat) => ({ type: 'blueprint/sign', period, version: version?.n ?? 0, seat })));
  const edits = may('priority/plan') && !narrow;
  useActions(
    useMemo(
      () => [
        ...(mine.length > 0
          ? [{ id: 'sign-blueprint', text: `Sign the Blueprint for ${titles}`, forbid: signRule, run: () => setDoing('sign') }]
          : []),
        ...(state === 'agreed'
          ? [{ id: 'change-blueprint', text: 'Propose a change: in, therefore out', run: () => setDoing('change') }]
          : [{ id: 'propose-blueprint', text: 'Put the Blueprint forward', forbid: proposeRule, run: () => setDoing('propose') }]),
        { id: 'blueprint-versions', text: 'Versions of the Blueprint', href: `/plan/versions/${period}` },
        { id: 'blueprint-scenarios', text: 'Try a scenario', href: `/plan/scenarios/${period}` },
      ],
      [mine.length, titles, signRule, proposeRule, state, period],
    ),
  );
  const fresh = version && version.n > 0;
  return (
    <div className={css.page}>
      <Head
        title={view.title}
        sub={view.scope}
        actions={
          <>
            {!narrow && (
              <Button href={`/plan/scenarios/${period}`} icon={<IconGitBranch size={15} stroke={1.6} aria-hidden="true" />}>
                {state === 'agreed' ? 'Try a scenario' : 'Scenarios'}
              </Button>
            )}
            {fresh && (
              <Button href={`/plan/versions/${period}`} icon={<IconHistory size={15} stroke={1.6} aria-hidden="true" />}>
                Versions
              </Button>
            )}
            {edits && state !== 'agreed' && (
              <Button icon={<IconPlus size={15} stroke={1.6} aria-hidden="true" />} onPress={() => setDoing('plan')}>
                Plan a priority
              </Button>
            )}
            {mine.length > 0 && !moved ? (
              <Button kind="primary" onPress={() => setDoing('sign')} forbid={signRule}>
                Sign for {titles}
              </Button>
            ) : state === 'agreed' ? (
              !narrow && (
                <Button
                  kind="primary"
                  onPress={() => setDoing('change')}
                  forbid={
                    change
                      ? 'A change waits for its signatures: sign or withdraw that one first'
                      : may('blueprint/ask-change')
                        ? null
                        : 'Viewers cannot propose a change'
                  }
                >
                  Propose a change
                </Button>
              )
            ) : (
              edits &&
              state !== 'empty' && (
                <Button kind="primary" onPress={() => setDoing('propose')} forbid={proposeRule}>
                  {version ? 'Put it forward anew' : 'Put it forward'}
                </Button>
              )
            )}
          </>
        }
      />
      <QuarterNav period={period} at="/plan/blueprint" />
      {state === 'empty' && plan.notDoing.length === 0 && !change ? (
        <Empty
          outline={
            <div className={css.outline}>
              {[46, 38, 62].map((w) => (
                <i key={w} style={{ width: `${w}%` }} />
              ))}
            </div>
          }
          action={
            edits && (
              <Button kind="primary" onPress={() => setDoing('plan')}>
                Plan the first priority
              </Button>
            )
          }
        >
          The three-month calendar of priorities will stand here: what is done for which outcome, by whom, with how many days and how much
          money. Once the seats have signed, it changes by “in, therefore out” only.
        </Empty>
      ) : (
        <>
          {change && <OpenChange period={period} change={change} />}
          <div className={css.meters}>
            <MetersRow view={view} />
            <AgreedBy view={view} />
          </div>
          {state !== 'agreed' && <DoesNotFit view={view} period={period} />}
          <BlueprintCalendar view={view} />
          {narrow && <MoreRoom />}
          <Pulled view={view} period={period} />
          <NotDoingList view={view} period={period} />
        </>
      )}
      {doing === 'plan' && <PriorityDialog period={period} onClose={() => setDoing(null)} />}
      {doing === 'propose' && state !== 'agreed' && <ProposeDialog view={view} period={period} onClose={() => setDoing(null)} />}
      {doing === 'sign' && mine.length > 0 && <SignVersion view={view} period={period} seats={mine} onClose={() => setDoing(null)} />}
      {doing === 'change' && state === 'agreed' && !change && <InThereforeOut view={view} period={period} onClose={() => setDoing(null)} />}
    </div>
  );
};

/** Who signs unless said otherwise: the seats that somebody holds. */
const seatsWanted = (book: ReturnType<typeof useCompany>['book']): readonly string[] => {
  const { seats, members } = book.company.get('company')!;
  const held = seats.filter((s) => Object.values(members).some((m) => !m.left && m.seats.includes(s.id))).map((s) => s.id);
  return held.length > 0 ? held : seats.slice(0, 1).map((s) => s.id);
};
