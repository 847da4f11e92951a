import { Button } from '../button.tsx';
import '../card.css';
import { errorMessage, t } from '../i18n.ts';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-shapes.ts';
import type { PluggedKey } from '../keys/keys-state.ts';
import { Spinner } from '../spinner.tsx';
import { type CheckTone, type Environment, type EnvironmentCheck, environmentChecks } from './environment-checks.ts';
import './environment-list.css';
import { ErrorLines } from './error-lines.tsx';
import { troubleError } from './trouble-error.ts';

export interface EnvironmentListProps {
  readonly environment: Environment;
  readonly onRetryHost: () => void;
}

/** Each thing that reading a key rests on: how it stands, and where it does not, what to do. */
export function EnvironmentList({ environment, onRetryHost }: EnvironmentListProps) {
  return (
    <ul class="checks card">
      {environmentChecks(environment).map((check) => (
        <li key={check.id} class={check.tone}>
          <CheckIcon tone={check.tone} />
          <div class="grow wrap">
            <h2>{t(`environment.${check.id}`)}</h2>
            <CheckText check={check} onRetryHost={onRetryHost} />
          </div>
          <span class="tone">{t(`environment.${check.tone}`)}</span>
        </li>
      ))}
    </ul>
  );
}

const TONE_ICONS: { readonly [Tone in Exclude<CheckTone, 'waiting'>]: IconName } = {
  ok: 'okc',
  attention: 'alert',
  trouble: 'stop',
};

function CheckIcon({ tone }: { readonly tone: CheckTone }) {
  return tone === 'waiting' ? <Spinner /> : <Icon name={TONE_ICONS[tone]} />;
}

function CheckText({ check, onRetryHost }: { readonly check: EnvironmentCheck; readonly onRetryHost: () => void }) {
  switch (check.id) {
    case 'extension':
      return <p>{t('environment.extensionText', { version: check.version })}</p>;
    case 'host':
      return <HostText check={check} onRetryHost={onRetryHost} />;
    case 'drivers':
      return <DriversText check={check} />;
    case 'keys':
      return <KeysText check={check} />;
  }
}

type CheckOf<Id extends EnvironmentCheck['id']> = Extract<EnvironmentCheck, { id: Id }>;

function HostText({ check, onRetryHost }: { readonly check: CheckOf<'host'>; readonly onRetryHost: () => void }) {
  const { host } = check;
  switch (host.state) {
    case 'idle':
    case 'connecting':
      return <p>{t('environment.hostConnecting')}</p>;
    case 'connected':
      return <p>{t('environment.hostFine', { version: host.version })}</p>;
    case 'reconnecting':
      return (
        <>
          <p>{t('environment.hostReconnecting', { attempt: host.attempt })}</p>
          <ErrorLines error={host.error} />
        </>
      );
    case 'unavailable':
      return (
        <>
          <p>{errorMessage(host.error).what}</p>
          <ErrorLines error={host.error} />
          <Button size="row" onClick={onRetryHost}>
            {t('action.retry')}
          </Button>
        </>
      );
  }
}

function DriversText({ check }: { readonly check: CheckOf<'drivers'> }) {
  if (check.tone === 'waiting') return <p>{t('environment.driversUnknown')}</p>;
  if (check.troubles.length === 0) return <p>{t('environment.driversFine')}</p>;
  return (
    <>
      {check.troubles.map((trouble) => (
        <div key={trouble.module.id} class="trouble">
          <p>
            <b>{errorMessage(troubleError(trouble)).what}</b>
          </p>
          <ErrorLines error={troubleError(trouble)} />
        </div>
      ))}
    </>
  );
}

function KeysText({ check }: { readonly check: CheckOf<'keys'> }) {
  if (check.tone === 'waiting') return <p>{t('environment.driversUnknown')}</p>;
  if (check.keys.length === 0) {
    return (
      <>
        <p>{t('environment.noKeys')}</p>
        <p>{t('environment.noKeysNext')}</p>
      </>
    );
  }
  return (
    <>
      <p>{t('environment.keysSeen', { count: check.keys.length })}</p>
      {check.keys.map(({ summary }) => (
        <KeyLine key={summary.keyId} summary={summary} />
      ))}
    </>
  );
}

function KeyLine({ summary }: { readonly summary: PluggedKey['summary'] }) {
  const label = summary.label || summary.model;
  return (
    <p class="cap">
      {t('environment.keySeen', { label, driver: summary.module.name, tail: summary.serial.slice(-4) })}
    </p>
  );
}
