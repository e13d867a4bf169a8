import { useParams } from 'wouter';
import { IconDownload } from '@tabler/icons-react';
import { touchLanes } from '../../../charts/touch-lanes.ts';
import type { DealView } from '../../../views/deal/deal.ts';
import { Answered } from '../../components/Answered.tsx';
import { Button } from '../../components/Button.tsx';
import { ChartView } from '../../components/chart/ChartView.tsx';
import { Head } from '../../components/Head.tsx';
import { Note } from '../../components/Note.tsx';
import { ProseText } from '../../components/ProseText.tsx';
import { knotsTo, useBearings } from '../../places/bearings.ts';
import { useFacts } from '../../state/facts.ts';
import css from './DealScreen.module.css';
import { saveEvidence } from './evidence.ts';
import { Because } from './Because.tsx';
import { Matrix } from './Matrix.tsx';

/** One deal, back-tracked to the request that caused it. */
export const DealScreen = () => {
  const { id } = useParams<{ id: string }>();
  const facts = useFacts('deal', { id: decodeURIComponent(id) });
  return (
    <Answered of={facts} what="this deal">
      {(deal) => <Deal deal={deal} />}
    </Answered>
  );
};

const Deal = ({ deal }: { readonly deal: DealView }) => {
  useBearings({ crumb: deal.facts.name, links: [deal.facts.status === 'won' ? 'revenue' : 'opportunity'], to: knotsTo(deal.chain) });
  return (
    <>
      <Head
        title={<ProseText prose={deal.title} />}
        sub={<ProseText prose={deal.scope} />}
        actions={
          <Button icon={<IconDownload size={15} stroke={1.6} aria-hidden="true" />} onPress={() => saveEvidence(deal)}>
            Evidence
          </Button>
        }
      />
      <div className={css.top}>
        <section aria-label="Touches by person and date">
          <ChartView least={520} draw={(width) => touchLanes(deal, { width })} />
        </section>
        <Because deal={deal} />
      </div>
      <Matrix deal={deal} />
      <div className={css.notes}>
        {deal.notes.map((n) => (
          <Note
            key={n.code}
            kind={n.tone}
            action={
              n.todo && n.href ? (
                <Button size="small" href={n.href}>
                  {n.todo}
                </Button>
              ) : undefined
            }
          >
            <b>{n.head}</b> {n.text}
          </Note>
        ))}
      </div>
    </>
  );
};
