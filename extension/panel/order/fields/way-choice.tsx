import type { FieldName } from '@certbridge/shared/domain/form/field-names.ts';
import { SegmentedChoice } from '../../../ui/form/segmented-choice.tsx';
import { formWords, ot } from '../../../ui/form-words.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { OrderSession } from '../state/order-session.ts';
import { sayProblem } from './say-problem.ts';

type Way = OrderSession['applied']['channel']['unitVerifications'][number];
type PersonWay = OrderSession['applied']['channel']['personVerifications'][number];

/** How the unit is verified, and what that leads to. */
export function UnitWayChoice({ session }: { readonly session: OrderSession }) {
  const { channel, offer } = session.applied;
  const way = channel.unitVerifications.find((one) => one === session.form.values.value['unitCheck.way']);
  const choices = channel.unitVerifications.map((value) => ({
    value,
    title: ot(`way.${value}`),
    text: ot(`way.who.${value}`),
  }));
  const leadsTo = way ? ot(wayLeadsTo(way, offer.authorisationCode)) : ot('way.leads.open');
  return <Ways session={session} name="unitCheck.way" choices={choices} leadsTo={leadsTo} />;
}

/** Where the certificate password goes; where the channel gives a code instead, where that goes. */
function wayLeadsTo(way: Way, code: boolean) {
  if (way === 'account-transfer') return `way.leads.${way}` as const;
  return code ? (`way.code.${way}` as const) : (`way.leads.${way}` as const);
}

export function PersonWayChoice({ session }: { readonly session: OrderSession }) {
  const choices = session.applied.channel.personVerifications.map((value: PersonWay) => ({
    value,
    title: ot(`way.${value}`),
    text: ot(`way.who.${value}`),
  }));
  return <Ways session={session} name="operatorCheck.way" choices={choices} />;
}

interface WaysProps {
  readonly session: OrderSession;
  readonly name: Extract<FieldName, `${string}.way`>;
  readonly choices: readonly { readonly value: string; readonly title: string; readonly text: string }[];
  readonly leadsTo?: string;
}

/** Where there is only one way, it is said and not asked. */
function Ways({ session, name, choices, leadsTo }: WaysProps) {
  const [first, ...others] = choices;
  if (!first) return null;
  const { label } = formWords().fields[name];
  if (others.length === 0) {
    return (
      <Notice tone="plain" title={ot('way.only', { label, way: first.title, who: first.text })}>
        {leadsTo && <p>{leadsTo}</p>}
      </Notice>
    );
  }
  return (
    <SegmentedChoice
      field={session.form.fields[name]}
      label={label}
      aside={ot('way.count', { count: choices.length })}
      say={sayProblem}
      choices={choices}
      consequence={leadsTo}
    />
  );
}
