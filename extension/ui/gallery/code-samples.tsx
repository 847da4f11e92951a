import { signal } from '@preact/signals';
import { CodeInput, type CodeInputProps } from '../form/code/code-input.tsx';
import type { CodeStanding } from '../form/code/code-line.tsx';

/** Times run here: the samples count down while they are looked at. */
const NOW = Date.now();
const VALID = NOW + 276_000;
const RIGHT_CODE = '482913';

const SAMPLES: readonly Pick<CodeInputProps, 'label' | 'standing' | 'validUntil' | 'resendFrom'>[] = [
  { label: '短信验证码，可以重发', standing: { kind: 'open' }, validUntil: VALID, resendFrom: NOW },
  { label: '短信验证码，正在核对', standing: { kind: 'checking' }, validUntil: VALID, resendFrom: NOW },
  { label: '短信验证码，输错了', standing: { kind: 'wrong', triesLeft: 4 }, validUntil: VALID, resendFrom: NOW },
  { label: '短信验证码，次数用完', standing: { kind: 'wrong', triesLeft: 0 }, validUntil: VALID, resendFrom: NOW },
  { label: '短信验证码，过期', standing: { kind: 'expired' }, validUntil: NOW, resendFrom: NOW },
];

export function CodeSamples() {
  return (
    <section>
      <h2>验证码</h2>
      <div class="grid">
        <CodeInput
          label="短信验证码"
          sentTo="139****6688"
          standing={live.value}
          validUntil={VALID}
          resendFrom={NOW + 36_000}
          onCode={judge}
          onResend={nothing}
        />
        {SAMPLES.map((sample) => (
          <CodeInput key={sample.label} {...sample} sentTo="139****6688" onCode={nothing} onResend={nothing} />
        ))}
      </div>
    </section>
  );
}

function nothing(): void {}

const live = signal<CodeStanding>({ kind: 'open' });

/** Knows one right code, of which it goes on thinking for ever. */
function judge(code: string): void {
  const { value } = live;
  const tries = value.kind === 'wrong' ? value.triesLeft : 5;
  live.value = code === RIGHT_CODE ? { kind: 'checking' } : { kind: 'wrong', triesLeft: Math.max(0, tries - 1) };
}
