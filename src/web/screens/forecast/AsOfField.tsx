import { useLocation } from 'wouter';
import { DateField } from '../../components/fields/DateField.tsx';
import { useCompany } from '../../state/company.tsx';

/** The day whose knowledge the forecast uses: as somebody could have made it then. */
export const AsOfField = ({ asOf, outcome }: { readonly asOf: string; readonly outcome: string }) => {
  const [, go] = useLocation();
  const { today } = useCompany();
  return (
    <DateField
      label="As known on"
      value={asOf}
      onChange={(day) => {
        if (day && day <= today && day !== asOf) go(`/prove/forecast?outcome=${outcome}&asOf=${day}`);
      }}
    />
  );
};
