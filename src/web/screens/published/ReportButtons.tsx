import { IconFileTypeHtml, IconFileTypePdf } from '@tabler/icons-react';
import { Button } from '../../components/Button.tsx';
import { save } from '../../components/save.ts';
import { call } from '../../state/api.ts';
import { useCompany } from '../../state/company.tsx';
import { useDoing } from '../../state/doing.ts';
import { say } from '../../state/toasts.ts';

/** The report of a period as a file: made from the record, as HTML or PDF. */
export const ReportButtons = ({ period }: { readonly period: string }) => {
  const { id: company } = useCompany();
  const taken = async (format: 'html' | 'pdf'): Promise<void> => {
    const { name, type, text, base64 } = await call('report', { company, period, format });
    save(name, type, base64 === null ? text! : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)));
    say({ kind: 'done', text: `${name} is made.` });
  };
  const html = useDoing(() => taken('html'));
  const pdf = useDoing(() => taken('pdf'));
  const problem = html.problem ?? pdf.problem;
  return (
    <>
      <Button icon={<IconFileTypeHtml size={15} stroke={1.6} aria-hidden="true" />} onPress={html.run} busy={html.busy}>
        Report, HTML
      </Button>
      <Button icon={<IconFileTypePdf size={15} stroke={1.6} aria-hidden="true" />} onPress={pdf.run} busy={pdf.busy}>
        Report, PDF
      </Button>
      {problem && (
        <p role="alert" className="sm">
          {problem.text} {problem.todo}
        </p>
      )}
    </>
  );
};
