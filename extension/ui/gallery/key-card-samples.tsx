import { KeyCard } from '../key-card/key-card.tsx';
import { KeyPlaceholder } from '../key-card/key-placeholder.tsx';
import { FACE_STATES, type FaceState, type KeyFace } from '../keys/key-face.ts';

const LONG_NAME = '示例省示例市城市基础设施建设投资发展集团有限责任公司第一工程项目管理分公司';

export function KeyCardSamples() {
  return (
    <section>
      <h2>UKey 卡片</h2>
      <div class="grid">
        {FACE_STATES.map((state) => (
          <Sample key={state} name={state} face={faceOf(state)} />
        ))}
        <Sample name="due: last day" face={{ ...faceOf('due'), daysLeft: 0 }} />
        <Sample name="due: 89 days" face={{ ...faceOf('due'), daysLeft: 89 }} />
        <Sample name="valid: 1,820 days" face={{ ...faceOf('valid'), daysLeft: 1820 }} />
        <Sample name="long name" face={{ ...faceOf('valid'), title: LONG_NAME }} />
        <Sample name="small" face={faceOf('valid')} small />
        <Sample name="small, locked" face={faceOf('locked')} small />
        <figure>
          <KeyPlaceholder>正在连接本机组件</KeyPlaceholder>
          <figcaption>placeholder</figcaption>
        </figure>
      </div>
    </section>
  );
}

function Sample({ name, face, small = false }: { name: string; face: KeyFace; small?: boolean }) {
  return (
    <figure>
      <KeyCard face={face} small={small} />
      <figcaption>{name}</figcaption>
    </figure>
  );
}

function faceOf(state: FaceState): KeyFace {
  if (state === 'working' || state === 'empty' || state === 'unreadable') {
    return { state, title: 'SmartCard-HSM', tail: '0926' };
  }
  return {
    state,
    title: state === 'notOurs' ? 'Example Software Ltd' : '示例建设工程有限公司',
    kind: state === 'notOurs' ? 'other' : 'unit',
    tail: '0926',
    validFrom: '2025-12-01',
    ...ENDS[state],
  };
}

const END = { validUntil: '2026-06-23', daysLeft: 214 };
const ENDS: { readonly [State in FaceState]?: { readonly validUntil: string; readonly daysLeft: number } } = {
  valid: END,
  locked: END,
  notYetValid: END,
  notOurs: END,
  orphan: END,
  due: { validUntil: '2025-12-14', daysLeft: 23 },
  expired: { validUntil: '2025-10-30', daysLeft: -22 },
};
