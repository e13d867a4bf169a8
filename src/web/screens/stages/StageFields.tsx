import type { FunnelStage, StageSign } from '../../../domain/measurement/stages.ts';
import { SIGN_KINDS } from '../../../domain/measurement/stages.ts';
import { list } from '../../../views/words/format.ts';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/fields/SelectField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { WordsField } from '../../components/fields/WordsField.tsx';
import css from './StagesScreen.module.css';

const SIGNS: { readonly [S in StageSign['sign']]: string } = {
  touch: 'the first touch',
  lead: 'a lead was created',
  opened: 'the deal was opened',
  stage: 'a stage of the CRM',
  won: 'the deal was won',
  lost: 'the deal was lost',
  closed: 'the deal was won or lost',
};

type Props = {
  readonly nth: number;
  readonly stage: FunnelStage;
  /** Stages as the files name them. */
  readonly names: readonly { readonly name: string; readonly n: number }[];
  readonly readOnly: boolean;
  readonly onChange: (stage: FunnelStage) => void;
  readonly onRemove: () => void;
};

/** One stage: its words in serif, who owns it, and by what it is seen. */
export const StageFields = ({ nth, stage, names, readOnly, onChange, onRemove }: Props) => {
  const sign = stage.signs[0] ?? { sign: 'stage' as const, names: [] };
  if (readOnly)
    return (
      <div className={css.stage}>
        <h3>
          {nth}. {stage.name} <span className="dim xs">owned by {stage.side}</span>
        </h3>
        <p className="agreed">{stage.words}</p>
        <p className="mut sm">
          Seen by: {list(stage.signs.map((one) => (one.sign === 'stage' ? `the CRM’s ${list(one.names)}` : SIGNS[one.sign])))}.
        </p>
      </div>
    );
  return (
    <div className={css.stage}>
      <h3>
        {nth}. {stage.name || 'A new stage'}
      </h3>
      <WordsField
        label={`What counts as entering ${stage.name || 'it'}`}
        value={stage.words}
        onChange={(words) => onChange({ ...stage, words })}
        maxLength={600}
      />
      <div className={css.two}>
        <TextField label="Name" value={stage.name} onChange={(name) => onChange({ ...stage, name })} />
        <SelectField
          label="Owned by"
          value={stage.side}
          choices={[
            { value: 'marketing', label: 'Marketing' },
            { value: 'sales', label: 'Sales' },
          ]}
          onChange={(side) => side && onChange({ ...stage, side: side as FunnelStage['side'] })}
        />
        <SelectField
          label="Seen by"
          value={sign.sign}
          choices={SIGN_KINDS.map((value) => ({ value, label: SIGNS[value] }))}
          onChange={(value) => value && onChange({ ...stage, signs: [{ sign: value as StageSign['sign'], names: [] }] })}
        />
        {sign.sign === 'stage' && (
          <TextField
            label="Stages of the CRM"
            value={sign.names.join(', ')}
            hint={names.length > 0 ? `In the files: ${list(names.slice(0, 6).map(({ name }) => name))}` : undefined}
            onChange={(text) =>
              onChange({
                ...stage,
                signs: [
                  {
                    sign: 'stage',
                    names: text
                      .split(',')
                      .map((one) => one.trimStart())
                      .filter((one, i, all) => one !== '' || i === all.length - 1),
                  },
                ],
              })
            }
          />
        )}
      </div>
      <div className={css.buttons}>
        <Button kind="quiet" size="small" onPress={onRemove}>
          Take away
        </Button>
      </div>
    </div>
  );
};
